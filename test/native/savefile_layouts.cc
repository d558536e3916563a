#include "savefile_layouts.h"

#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>

#include "savefile_builder.h"
#include "sink/savefile_stream.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

using Bytes = std::vector<uint8_t>;
using Buffers = std::vector<Bytes>;

void Append(Bytes& to, ByteSequence bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

Bytes Joined(const Buffers& buffers) {
  Bytes all;
  for (const Bytes& buffer : buffers) Append(all, buffer);
  return all;
}

size_t Check(size_t result) {
  if (ZSTD_isError(result) != 0 || LZ4F_isError(result) != 0) throw std::runtime_error("compressing a test's file");
  return result;
}

// As the writer does.
Bytes CompressAsFandump(const Buffers& buffers, const CompressionOptions& options) {
  const auto stream = MakeCompressedStream(options);
  const auto compressor = UsesCompressorPool(options) ? MakeFrameCompressor(options) : nullptr;
  Bytes file;
  WriteBuffer buffer;
  buffer.bytes = std::make_unique<uint8_t[]>(WriteBuffer::kCapacity);
  for (const Bytes& bytes : buffers) {
    std::copy(bytes.begin(), bytes.end(), buffer.bytes.get());
    buffer.size = bytes.size();
    if (compressor) compressor->Compress(buffer.bytes.get(), buffer.size, buffer.compressed);
    Append(file, stream->Add(buffer));
  }
  Append(file, stream->Flush());
  Append(file, stream->End());
  return file;
}

// As gzip(1) does: one member.
Bytes CompressByZlib(const Bytes& bytes, int level) {
  constexpr int kGzipWindowBits = 15 + 16, kMemoryLevel = 8;
  z_stream stream{};
  deflateInit2(&stream, level, Z_DEFLATED, kGzipWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY);
  Bytes file(deflateBound(&stream, bytes.size()));
  stream.next_in = const_cast<uint8_t*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = file.data();
  stream.avail_out = static_cast<uInt>(file.size());
  const int result = deflate(&stream, Z_FINISH);
  file.resize(file.size() - stream.avail_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("compressing a test's file");
  return file;
}

using ZstdParameters = std::vector<std::pair<ZSTD_cParameter, int>>;

// tells_size: as zstd(1) does of a file; else as of a pipe.
Bytes CompressByZstd(const Bytes& bytes, bool tells_size, const ZstdParameters& parameters) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  for (const auto& [parameter, value] : parameters) Check(ZSTD_CCtx_setParameter(context.get(), parameter, value));
  if (tells_size) Check(ZSTD_CCtx_setPledgedSrcSize(context.get(), bytes.size()));
  Bytes file(ZSTD_compressBound(bytes.size()) + 1000);
  ZSTD_outBuffer output{file.data(), file.size(), 0};
  ZSTD_inBuffer input{bytes.data(), bytes.size() / 2, 0};
  while (input.pos < input.size) Check(ZSTD_compressStream2(context.get(), &output, &input, ZSTD_e_continue));
  input.size = bytes.size();
  while (Check(ZSTD_compressStream2(context.get(), &output, &input, ZSTD_e_end)) > 0) continue;
  file.resize(output.pos);
  return file;
}

Bytes CompressByLz4(const Bytes& bytes, const LZ4F_frameInfo_t& info, bool tells_size) {
  LZ4F_preferences_t preferences{};
  preferences.frameInfo = info;
  if (tells_size) preferences.frameInfo.contentSize = bytes.size();
  LZ4F_cctx* context = nullptr;
  Check(LZ4F_createCompressionContext(&context, LZ4F_VERSION));
  const std::unique_ptr<LZ4F_cctx, decltype(&LZ4F_freeCompressionContext)> owner(context, LZ4F_freeCompressionContext);
  Bytes file(LZ4F_HEADER_SIZE_MAX + LZ4F_compressBound(bytes.size(), &preferences));
  size_t size = Check(LZ4F_compressBegin(context, file.data(), file.size(), &preferences));
  size += Check(LZ4F_compressUpdate(context, &file[size], file.size() - size, bytes.data(), bytes.size(), nullptr));
  size += Check(LZ4F_compressEnd(context, &file[size], file.size() - size, nullptr));
  file.resize(size);
  return file;
}

Layout Own(const char* name, Compression method, unsigned threads) {
  const bool is_one_frame = method != Compression::kGzip;
  return {name, is_one_frame, [=](const Buffers& buffers) { return CompressAsFandump(buffers, {method, 1, threads}); }};
}

Layout Zstd(const char* name, bool tells_size, const ZstdParameters& parameters) {
  return {name, true, [=](const Buffers& buffers) { return CompressByZstd(Joined(buffers), tells_size, parameters); }};
}

Layout Lz4(const char* name, const LZ4F_frameInfo_t& info, bool tells_size) {
  return {name, true, [=](const Buffers& buffers) { return CompressByLz4(Joined(buffers), info, tells_size); }};
}

LZ4F_frameInfo_t Lz4Info(LZ4F_blockSizeID_t block_size, LZ4F_blockMode_t mode, bool has_content_sum,
                         bool has_block_sums) {
  LZ4F_frameInfo_t info{};
  info.blockSizeID = block_size;
  info.blockMode = mode;
  info.contentChecksumFlag = has_content_sum ? LZ4F_contentChecksumEnabled : LZ4F_noContentChecksum;
  info.blockChecksumFlag = has_block_sums ? LZ4F_blockChecksumEnabled : LZ4F_noBlockChecksum;
  return info;
}

std::vector<Layout> MakeLayouts() {
  // Frames of two programs' kinds, one after the other, a frame that says nothing of blocks between them.
  const auto several = [](const Buffers& buffers) {
    Bytes file = CompressByZstd(buffers[0], true, {{ZSTD_c_checksumFlag, 1}});
    Append(file, Bytes{0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 'n', 'o', 't', 'e'});
    Append(file, CompressByZstd(Joined({buffers.begin() + 1, buffers.end()}), true, {{ZSTD_c_checksumFlag, 1}}));
    return file;
  };
  // As pzstd(1) does, and with records that go on in the next frame.
  const auto behind_skippable = [](const Buffers& buffers, const std::function<Bytes(const Bytes&)>& compress) {
    Bytes file;
    const Bytes all = Joined(buffers);
    for (size_t part = 0; part < 3; part++) {
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(all.size() * part / 3);
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(all.size() * (part + 1) / 3);
      Append(file, Bytes{0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 's', 'i', 'z', 'e'});
      Append(file, compress({begin, end}));
    }
    return file;
  };
  const auto zstd_behind_skippable = [=](const Buffers& buffers) {
    return behind_skippable(buffers, [](const Bytes& bytes) {
      return CompressByZstd(bytes, true, {{ZSTD_c_checksumFlag, 1}});
    });
  };
  const auto lz4_behind_skippable = [=](const Buffers& buffers) {
    return behind_skippable(buffers, [](const Bytes& bytes) {
      return CompressByLz4(bytes, Lz4Info(LZ4F_max64KB, LZ4F_blockIndependent, true, false), true);
    });
  };
  const auto members = [](const Buffers& buffers) {
    Bytes file;
    const Bytes all = Joined(buffers);
    constexpr size_t kMember = 100'000;
    for (size_t at = 0; at < all.size(); at += kMember) {
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
      Append(file, CompressByZlib({begin, begin + static_cast<std::ptrdiff_t>(std::min(kMember, all.size() - at))}, 6));
    }
    return file;
  };
  return {
      Own("zstd of one thread", Compression::kZstd, 1),
      Own("zstd of two threads", Compression::kZstd, 2),
      Own("gzip in members", Compression::kGzip, 1),
      Own("lz4", Compression::kLz4, 1),
      {"gzip in one member", false, [](const Buffers& buffers) { return CompressByZlib(Joined(buffers), 6); }},
      {"gzip that is only stored", false, [](const Buffers& buffers) { return CompressByZlib(Joined(buffers), 0); }},
      {"gzip in members that split records", false, members},
      Zstd("zstd of a file", true, {{ZSTD_c_checksumFlag, 1}}),
      Zstd("zstd of a pipe", false, {{ZSTD_c_checksumFlag, 1}}),
      Zstd("zstd at a high level", true, {{ZSTD_c_compressionLevel, 19}, {ZSTD_c_windowLog, 18}}),
      Zstd("zstd with the smallest window", false, {{ZSTD_c_windowLog, 10}}),
      {"zstd in several frames", false, several},
      Lz4("lz4 of a file", Lz4Info(LZ4F_max256KB, LZ4F_blockIndependent, true, false), true),
      Lz4("lz4 in small blocks that depend on each other", Lz4Info(LZ4F_max64KB, LZ4F_blockLinked, true, true), false),
      Lz4("lz4 without sums", Lz4Info(LZ4F_max64KB, LZ4F_blockIndependent, false, false), true),
      {"zstd behind skippable frames", false, zstd_behind_skippable},
      {"lz4 behind skippable frames", false, lz4_behind_skippable},
  };
}

Unpacked UnpackGzip(const Bytes& file) {
  constexpr int kGzipWindowBits = 15 + 16;
  z_stream stream{};
  inflateInit2(&stream, kGzipWindowBits);
  Unpacked unpacked;
  Bytes room(size_t{1} << 20);
  stream.next_in = const_cast<uint8_t*>(file.data());
  stream.avail_in = static_cast<uInt>(file.size());
  int result = Z_STREAM_END;
  while (stream.avail_in > 0 || result == Z_OK) {
    if (result == Z_STREAM_END) {
      inflateReset(&stream);
      unpacked.frames++;
    }
    stream.next_out = room.data();
    stream.avail_out = static_cast<uInt>(room.size());
    result = inflate(&stream, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END) break;
    Append(unpacked.bytes, ByteSequence(room).first(room.size() - stream.avail_out));
  }
  inflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("gzip: not whole");
  return unpacked;
}

Unpacked UnpackZstd(const Bytes& file) {
  Unpacked unpacked;
  for (size_t at = 0; at < file.size(); unpacked.frames++) {
    const size_t length = ZSTD_findFrameCompressedSize(&file[at], file.size() - at);
    if (ZSTD_isError(length) != 0) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(length));
    const auto told = ZSTD_getFrameContentSize(&file[at], length);
    constexpr size_t kMost = size_t{4} << 20;
    const bool is_told = told != ZSTD_CONTENTSIZE_UNKNOWN && told != ZSTD_CONTENTSIZE_ERROR;
    Bytes room(is_told ? told : kMost);
    const size_t size = ZSTD_decompress(room.data(), room.size(), &file[at], length);
    if (ZSTD_isError(size) != 0) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(size));
    if (is_told && size != told) throw std::runtime_error("zstd: another size than is told");
    Append(unpacked.bytes, ByteSequence(room).first(size));
    at += length;
  }
  return unpacked;
}

Unpacked UnpackLz4(const Bytes& file) {
  LZ4F_dctx* context = nullptr;
  LZ4F_createDecompressionContext(&context, LZ4F_VERSION);
  const std::unique_ptr<LZ4F_dctx, decltype(&LZ4F_freeDecompressionContext)> owner(context,
                                                                                   LZ4F_freeDecompressionContext);
  Unpacked unpacked;
  Bytes room(size_t{1} << 20);
  size_t left = 0;
  for (size_t at = 0; at < file.size() || left > 0;) {
    size_t made = room.size(), taken = file.size() - at;
    left = LZ4F_decompress(context, room.data(), &made, file.data() + at, &taken, nullptr);
    if (LZ4F_isError(left) != 0) throw std::runtime_error(std::string("lz4: ") + LZ4F_getErrorName(left));
    if (left > 0 && made == 0 && taken == 0) throw std::runtime_error("lz4: not whole");
    if (left == 0) unpacked.frames++;
    Append(unpacked.bytes, ByteSequence(room).first(made));
    at += taken;
  }
  return unpacked;
}

}  // namespace

std::vector<Bytes> BuffersOfSavefile(bool pcapng) {
  constexpr size_t kBuffer = 300'000;
  std::mt19937 random(11);
  std::vector<Bytes> buffers;
  BytesBuilder builder;
  if (pcapng) {
    builder.SectionHeader().Interface(kLinkTypeEthernet);
  } else {
    builder.PcapHeader(0xa1b2c3d4);
  }
  for (uint32_t i = 0; i < 1500; i++) {
    Bytes packet(random() % 10 == 0 ? 1 + random() % 9000 : 60 + random() % 200);
    for (size_t at = 0; at < packet.size(); at++) {
      packet[at] = static_cast<uint8_t>(at % 5 == 0 ? random() : at * i / 7);
    }
    const auto length = static_cast<uint32_t>(packet.size());
    if (pcapng) {
      builder.EnhancedPacket(0, i, packet, length);
    } else {
      builder.PcapRecord(i, 0, packet, length);
    }
    if (builder.bytes().size() < kBuffer) continue;
    buffers.push_back(builder.bytes());
    builder = BytesBuilder();
  }
  buffers.push_back(builder.bytes());
  return buffers;
}

const std::vector<Layout>& Layouts() {
  static const std::vector<Layout> layouts = MakeLayouts();
  return layouts;
}

Unpacked Unpack(const Bytes& file) {
  if (file.at(0) == 0x1f) return UnpackGzip(file);
  // Behind skippable frames, which all tell a length below 256 here.
  size_t first = 0;
  while (file.at(first) == 0x50) first += size_t{8} + file.at(first + 4);
  return file.at(first) == 0x28 ? UnpackZstd(file) : UnpackLz4(file);
}

}  // namespace fandump::test
