// Compressed savefiles: read back by content.
#include "sink/savefile_compressor.h"

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

constexpr Compression kMethods[] = {Compression::kZstd, Compression::kGzip, Compression::kLz4};
constexpr int kPackets = 4000;

// About four buffers.
std::string WriteCompressed(const Folder& folder, Compression method, int level, bool pcapng = false,
                            unsigned threads = 2) {
  SavefileOptions options = OptionsFor(
      folder.File("c" + std::to_string(static_cast<int>(method)) + std::to_string(level) + (pcapng ? "ng" : "")));
  options.compression = {method, level, threads};
  options.pcapng = pcapng;
  options.sources[0].link_type = kLinkTypeEthernet;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(500);
  for (int i = 0; i < kPackets; i++) {
    for (size_t at = 0; at < bytes.size(); at++) bytes[at] = static_cast<uint8_t>(at * static_cast<size_t>(i) / 7);
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
  CHECK_EQ(sink.written(), uint64_t{kPackets});
  return options.path;
}

}  // namespace

TEST(what_is_compressed_is_read_again_in_order) {
  const Folder folder;
  for (const Compression method : kMethods) {
    for (const int level : {0, 1, 9}) {
      for (const bool pcapng : {false, true}) {
        const ReadResult result = ReadWhole(WriteCompressed(folder, method, level, pcapng));
        CHECK_EQ(result.error, std::string(""));
        CHECK_EQ(result.packets.size(), size_t{kPackets});
        for (size_t i = 0; i < result.packets.size(); i++) {
          if (result.packets[i].view.seconds != static_cast<int64_t>(i)) {
            Fail(__FILE__, __LINE__, "packet " + std::to_string(i) + " is another");
            break;
          }
        }
      }
    }
  }
}

TEST(a_fast_level_of_zstd_makes_a_larger_file_that_is_read_again) {
  const Folder folder;
  const std::string path = WriteCompressed(folder, Compression::kZstd, -50);
  const ReadResult result = ReadWhole(path);
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), size_t{kPackets});
  CHECK(Contents(path).size() > Contents(WriteCompressed(folder, Compression::kZstd, 1)).size());
}

TEST(zstd_without_a_level_is_compressed_at_a_fast_one) {
  const Folder folder;
  CHECK(Contents(WriteCompressed(folder, Compression::kZstd, 0)) ==
        Contents(WriteCompressed(folder, Compression::kZstd, -3)));
}

// A frame that zstd and lz4 skip, of the sixteen kinds that there are.
std::vector<uint8_t> SkippableFrame(uint8_t kind, uint8_t length) {
  std::vector<uint8_t> frame = {static_cast<uint8_t>(0x50 + kind), 0x2a, 0x4d, 0x18, length, 0, 0, 0};
  frame.resize(frame.size() + length, 0x28);
  return frame;
}

// As pzstd(1) writes its files.
TEST(zstd_and_lz4_behind_skippable_frames_of_any_kind_are_read) {
  const Folder folder;
  for (const Compression method : {Compression::kZstd, Compression::kLz4}) {
    const std::vector<uint8_t> frame = Contents(WriteCompressed(folder, method, 1));
    for (uint8_t kind = 0; kind < 16; kind++) {
      std::vector<uint8_t> bytes;
      for (const uint8_t length : {kind, uint8_t{200}}) {
        const std::vector<uint8_t> skippable = SkippableFrame(kind, length);
        bytes.insert(bytes.end(), skippable.begin(), skippable.end());
      }
      bytes.insert(bytes.end(), frame.begin(), frame.end());
      const ReadResult result = ReadWhole(bytes);
      CHECK_EQ(result.error, std::string(""));
      CHECK_EQ(result.packets.size(), size_t{kPackets});
    }
  }
}

TEST(skippable_frames_between_frames_and_at_the_end_of_a_file_are_skipped) {
  const Folder folder;
  for (const Compression method : {Compression::kZstd, Compression::kLz4}) {
    // Sections of pcapng may follow each other.
    const std::vector<uint8_t> section = Contents(WriteCompressed(folder, method, 1, true));
    const std::vector<uint8_t> skippable = SkippableFrame(7, 9);
    std::vector<uint8_t> bytes;
    for (int i = 0; i < 2; i++) {
      bytes.insert(bytes.end(), section.begin(), section.end());
      bytes.insert(bytes.end(), skippable.begin(), skippable.end());
    }
    const ReadResult result = ReadWhole(bytes);
    CHECK_EQ(result.error, std::string(""));
    CHECK_EQ(result.packets.size(), size_t{2 * kPackets});
  }
}

TEST(a_file_that_ends_inside_a_skippable_frame_is_truncated) {
  const Folder folder;
  for (const Compression method : {Compression::kZstd, Compression::kLz4}) {
    std::vector<uint8_t> bytes = SkippableFrame(0, 3);
    for (const std::vector<uint8_t>& part : {Contents(WriteCompressed(folder, method, 1)), SkippableFrame(0, 9)}) {
      bytes.insert(bytes.end(), part.begin(), part.end());
    }
    bytes.pop_back();
    const ReadResult result = ReadWhole(bytes);
    CHECK_EQ(result.code, std::string("ESAVEFILE_TRUNCATED"));
    CHECK_EQ(result.packets.size(), size_t{kPackets});
  }
}

// gzip(1) says nothing of them either: what fills up a block of a tape or a device.
TEST(zeros_behind_the_end_of_a_gzip_file_are_no_error) {
  const Folder folder;
  std::vector<uint8_t> bytes = Contents(WriteCompressed(folder, Compression::kGzip, 1));
  bytes.resize(bytes.size() + 200'000);
  const ReadResult result = ReadWhole(bytes);
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), size_t{kPackets});
}

TEST(what_is_neither_zeros_nor_gzip_behind_the_end_of_a_gzip_file_is_told_of_after_all_packets) {
  const Folder folder;
  std::vector<uint8_t> bytes = Contents(WriteCompressed(folder, Compression::kGzip, 1));
  bytes.resize(bytes.size() + 100);
  bytes.resize(bytes.size() + 100, 'x');
  const ReadResult result = ReadWhole(bytes);
  CHECK_EQ(result.code, std::string("ESAVEFILE_DAMAGED"));
  CHECK_EQ(result.packets.size(), size_t{kPackets});
}

// Some readers stop behind the first frame.
TEST(zstd_and_lz4_files_are_one_frame) {
  const Folder folder;
  for (const Compression method : {Compression::kZstd, Compression::kLz4}) {
    const std::vector<uint8_t> bytes = Contents(WriteCompressed(folder, method, 1));
    const auto decompressor = MakeDecompressor(bytes.data());
    std::vector<uint8_t> out(size_t{1} << 20);
    size_t frames = 0;
    for (size_t at = 0; at < bytes.size();) {
      const auto progress = decompressor->Decompress(bytes.data() + at, bytes.size() - at, out.data(), out.size());
      at += progress.taken;
      if (progress.frame_ended) frames++;
    }
    CHECK_EQ(frames, size_t{1});
  }
}

TEST(packets_of_a_gzip_file_whose_checksum_is_wrong_are_read_before_that_is_told) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.compression = {Compression::kGzip, 0, 1};
  std::vector<uint8_t> packet(100);
  SavefileSink sink(options);
  sink.Open();
  const PacketView view = View(packet);
  sink.Consume(&view, 1);
  sink.Finish();
  std::vector<uint8_t> bytes = Contents(options.path);
  bytes.at(bytes.size() - 8) ^= 1;
  const ReadResult result = ReadWhole(bytes);
  CHECK_EQ(result.packets.size(), size_t{1});
  CHECK_EQ(result.code, std::string("ESAVEFILE_DAMAGED"));
}

TEST(a_compressed_file_that_ends_inside_its_frame_is_torn_and_not_damaged) {
  const Folder folder;
  for (const Compression method : kMethods) {
    std::vector<uint8_t> bytes = Contents(WriteCompressed(folder, method, 2));
    bytes.erase(bytes.end() - 5, bytes.end());
    CHECK_EQ(ReadWhole(bytes).code, std::string("ESAVEFILE_TRUNCATED"));
  }
}

TEST(damage_inside_a_compressed_file_is_an_error_with_a_reason) {
  const Folder folder;
  for (const Compression method : kMethods) {
    const std::string path = WriteCompressed(folder, method, 1);
    std::vector<uint8_t> bytes = Contents(path);
    for (size_t i = bytes.size() / 2; i < bytes.size() / 2 + 64; i++) bytes[i] ^= 0xa5;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const ReadResult result = ReadWhole(path);
    CHECK(result.code == "ESAVEFILE_DAMAGED" || result.code == "ESAVEFILE_TRUNCATED");
    CHECK(!result.error.empty());
  }
}

TEST(what_cannot_be_compressed_reaches_the_writer_after_all_that_came_before) {
  class FailingCompressor : public FrameCompressor {
   public:
    void Compress(const uint8_t* bytes, size_t, std::vector<uint8_t>& frame) override {
      if (bytes[0] == 2) throw std::bad_alloc();
      frame.assign(1, bytes[0]);
    }
  };
  WriteBufferPool buffers(4, true);
  std::vector<std::unique_ptr<FrameCompressor>> compressors;
  for (int i = 0; i < 2; i++) compressors.push_back(std::make_unique<FailingCompressor>());
  const CompressorPool pool(std::move(compressors), buffers);
  for (uint8_t i = 0; i < 4; i++) {
    WriteBuffer* const buffer = buffers.TakeFree({});
    buffer->bytes[0] = i;
    buffer->size = 1;
    buffers.PutFilled(buffer);
  }
  buffers.Close();
  WriteBuffer* buffer = nullptr;
  const auto ever = std::chrono::steady_clock::time_point::max();
  for (uint8_t i = 0; i < 2; i++) {
    CHECK(buffers.TakeFilled(buffer, ever) == WriteBufferPool::Wait::kBuffer);
    CHECK_EQ(buffer->compressed.at(0), i);
  }
  std::string code;
  try {
    buffers.TakeFilled(buffer, ever);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("EINTERNAL"));
  buffers.StopWriting();
}

}  // namespace fandump::test
