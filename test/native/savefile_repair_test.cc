// The repair of savefiles that are cut: every packet that could be read is in them afterwards, and they are whole.
#include "repair/savefile_repair.h"

#include <sys/stat.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <random>

#include "check.h"
#include "savefile_builder.h"
#include "savefile_layouts.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

using Bytes = std::vector<uint8_t>;

void PutFile(const std::string& path, const Bytes& bytes, size_t size) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(size));
}

bool AreSamePackets(const ReadResult& one, const ReadResult& other) {
  return std::equal(one.packets.begin(), one.packets.end(), other.packets.begin(), other.packets.end(),
                    [](const ReadPacket& a, const ReadPacket& b) {
                      return a.bytes == b.bytes && a.view.seconds == b.view.seconds &&
                             a.view.nanoseconds == b.view.nanoseconds && a.view.len == b.view.len;
                    });
}

void RepairAndCheck(const std::string& path, const std::string& what, bool is_one_frame) {
  const Bytes torn = Contents(path);
  const ReadResult before = ReadWhole(path);
  SavefileRepair repair;
  try {
    repair = RepairSavefile(path);
  } catch (const CaptureError& error) {
    // Nothing of it can be read: it stays.
    if (!before.packets.empty() || Contents(path) != torn || !error.hint().empty()) Fail(__FILE__, __LINE__, what);
    return;
  }
  const ReadResult after = ReadWhole(path);
  if (!after.error.empty() || repair.packets != before.packets.size() || !AreSamePackets(before, after)) {
    Fail(__FILE__, __LINE__,
         what + ": " + std::to_string(before.packets.size()) + " packets before, " + std::to_string(repair.packets) +
             " told, " + std::to_string(after.packets.size()) + " after; " + after.error);
  }
  try {
    const Unpacked unpacked = Unpack(Contents(path));
    if (is_one_frame && unpacked.frames != 1) Fail(__FILE__, __LINE__, what + ": is no longer one frame");
    const ReadResult from_library = ReadWhole(unpacked.bytes);
    if (!from_library.error.empty() || !AreSamePackets(before, from_library)) Fail(__FILE__, __LINE__, what);
  } catch (const std::runtime_error& error) {
    Fail(__FILE__, __LINE__, what + ": " + error.what());
  }
  const Bytes mended = Contents(path);
  if (RepairSavefile(path).was_torn || Contents(path) != mended) Fail(__FILE__, __LINE__, what + ": is mended again");
}

// A zstd frame that tells its size, with a block for each of these.
Bytes CompressInBlocks(const std::vector<Bytes>& blocks) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  size_t size = 0;
  for (const Bytes& block : blocks) size += block.size();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_setPledgedSrcSize(context.get(), size);
  Bytes file(ZSTD_compressBound(size) + 1000);
  ZSTD_outBuffer output{file.data(), file.size(), 0};
  for (size_t i = 0; i < blocks.size(); i++) {
    ZSTD_inBuffer input{blocks[i].data(), blocks[i].size(), 0};
    const bool is_last = i + 1 == blocks.size();
    CHECK_EQ(ZSTD_compressStream2(context.get(), &output, &input, is_last ? ZSTD_e_end : ZSTD_e_flush), size_t{0});
  }
  file.resize(output.pos);
  return file;
}

// Among the first bytes and the last, and between them.
std::vector<size_t> Cuts(size_t size, size_t between) {
  std::vector<size_t> cuts = {1, 3, 5, 17, 30, size - 9, size - 5, size - 4, size - 3, size - 1};
  for (size_t i = 1; i <= between; i++) cuts.push_back(size * i / (between + 1));
  return cuts;
}

}  // namespace

TEST(every_packet_that_can_be_read_of_a_cut_savefile_is_there_after_its_repair) {
  for (const bool pcapng : {false, true}) {
    const auto buffers = BuffersOfSavefile(pcapng);
    for (const Layout& layout : Layouts()) {
      const Folder folder;
      const std::string path = folder.File("x");
      const Bytes file = layout.compress(buffers);
      for (const size_t size : Cuts(file.size(), pcapng ? 3 : 7)) {
        PutFile(path, file, size);
        RepairAndCheck(path,
                       std::string(layout.name) + (pcapng ? ", pcapng" : ", pcap") + ", cut at " +
                           std::to_string(size) + " of " + std::to_string(file.size()),
                       layout.is_one_frame);
      }
      CHECK_EQ(folder.Names().size(), size_t{1});
    }
  }
}

// The field of their header that says how much is in them has one byte, or two and then counts from 256.
TEST(small_zstd_files_are_mended_whichever_length_the_size_in_their_header_has) {
  for (const size_t length : {size_t{20}, size_t{70}, size_t{110}, size_t{20'000}}) {
    std::vector<Bytes> blocks = {BytesBuilder().PcapHeader(0xa1b2c3d4).bytes()};
    for (uint32_t i = 0; i < 3; i++) {
      blocks.push_back(BytesBuilder().PcapRecord(i, 0, Bytes(length, 7), static_cast<uint32_t>(length)).bytes());
    }
    const Bytes file = CompressInBlocks(blocks);
    // Within the last block, and within the sum behind it.
    for (const size_t missing : {size_t{6}, size_t{2}}) {
      const Folder folder;
      PutFile(folder.File("x"), file, file.size() - missing);
      CHECK_EQ(ReadWhole(folder.File("x")).packets.size(), size_t{missing > 4 ? 2U : 3U});
      RepairAndCheck(folder.File("x"), "packets of " + std::to_string(length) + " bytes", true);
    }
  }
}

TEST(a_file_that_is_still_being_written_is_not_repaired) {
  const Folder folder;
  const std::string path = folder.File("x");
  std::vector<uint8_t> bytes(100);
  const PacketView packet = View(bytes);
  SavefileSink sink(OptionsFor(path));
  sink.Open();
  sink.Consume(&packet, 1);
  sink.Idle();
  std::string code;
  try {
    RepairSavefile(path);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_BUSY"));
  sink.Finish();
  CHECK_EQ(RepairSavefile(path).packets, uint64_t{1});
}

TEST(a_torn_record_inside_a_whole_compressed_file_goes) {
  for (const bool pcapng : {false, true}) {
    auto buffers = BuffersOfSavefile(pcapng);
    buffers.back().resize(buffers.back().size() - 7);
    for (const Layout& layout : Layouts()) {
      const Folder folder;
      const Bytes file = layout.compress(buffers);
      PutFile(folder.File("x"), file, file.size());
      RepairAndCheck(folder.File("x"), layout.name, layout.is_one_frame);
    }
  }
}

// As a file system leaves a file whose last blocks have not reached the disk.
TEST(zeros_behind_a_cut_go) {
  const auto buffers = BuffersOfSavefile(false);
  for (const Layout& layout : Layouts()) {
    const Folder folder;
    const Bytes file = layout.compress(buffers);
    for (size_t size = file.size() / 2; size < file.size(); size += file.size() / 7) {
      Bytes torn(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      torn.resize(size + 10'000);
      PutFile(folder.File("x"), torn, torn.size());
      RepairAndCheck(folder.File("x"), std::string(layout.name) + ", zeros from " + std::to_string(size), false);
    }
  }
}

// What is damaged may be refused; what is mended has no more and no less than could be read.
TEST(a_damaged_compressed_file_is_mended_by_what_could_be_read_of_it) {
  const auto buffers = BuffersOfSavefile(true);
  std::mt19937 random(5);
  int mended = 0;
  for (const Layout& layout : Layouts()) {
    const Bytes file = layout.compress(buffers);
    for (int i = 0; i < 12; i++) {
      const Folder folder;
      const std::string path = folder.File("x");
      Bytes damaged = file;
      // Headers, too.
      const size_t from = i % 3 == 0 ? 4 : file.size() / 2;
      for (int j = 0; j < 1 + i % 4; j++) damaged[from + random() % (i % 3 == 0 ? 20 : file.size() / 2)] ^= 1 << i % 8;
      PutFile(path, damaged, damaged.size());
      const ReadResult before = ReadWhole(path);
      uint64_t told = 0;
      try {
        told = RepairSavefile(path).packets;
      } catch (const CaptureError&) {
        CHECK(Contents(path) == damaged);
        continue;
      }
      const ReadResult after = ReadWhole(path);
      if (!after.error.empty() || told != before.packets.size() || !AreSamePackets(before, after)) {
        Fail(__FILE__, __LINE__, std::string(layout.name) + ", damage " + std::to_string(i) + ": " + after.error);
      }
      mended++;
    }
  }
  CHECK(mended > 100);
}

TEST(a_file_that_is_written_anew_keeps_its_mode_and_the_link_that_leads_to_it) {
  const Folder folder;
  const std::string path = folder.File("x");
  const Bytes file = Layouts()[4].compress(BuffersOfSavefile(false));
  PutFile(path, file, file.size() / 2);
  std::filesystem::create_symlink(path, folder.File("link"));
  CHECK_EQ(chmod(path.c_str(), 0604), 0);
  GiveAway(path);
  RepairAndCheck(folder.File("link"), "by a link", false);
  CHECK(std::filesystem::is_symlink(folder.File("link")));
  struct stat status {};
  CHECK_EQ(stat(path.c_str(), &status), 0);
  CHECK_EQ(status.st_mode & 07777, mode_t{0604});
  CHECK_EQ(status.st_uid, uid_t{1});
}

TEST(damage_in_the_middle_of_a_large_compressed_file_is_not_cut_off) {
  for (const size_t layout : {size_t{2}, size_t{3}, size_t{4}}) {
    const Folder folder;
    std::vector<Bytes> buffers = BuffersOfSavefile(false);
    // Records that can hardly be compressed.
    BytesBuilder records;
    std::mt19937 random(3);
    for (int i = 0; i < 150; i++) {
      Bytes packet(60'000);
      for (uint8_t& byte : packet) byte = static_cast<uint8_t>(random() % 200);
      records.PcapRecord(1, 2, packet, 60'000);
      if (records.bytes().size() < 400'000) continue;
      buffers.push_back(records.bytes());
      records = BytesBuilder();
    }
    Bytes file = Layouts()[layout].compress(buffers);
    for (size_t i = 0; i < 2000; i++) file[file.size() / 4 + i] ^= 0xa5;
    PutFile(folder.File("x"), file, file.size());
    std::string refused;
    try {
      RepairSavefile(folder.File("x"));
    } catch (const CaptureError& error) {
      refused = error.code();
    }
    CHECK_EQ(refused, std::string("ESAVEFILE_DAMAGED"));
    CHECK(Contents(folder.File("x")) == file);
  }
}

TEST(a_torn_pcap_or_pcapng_file_is_cut_behind_its_last_whole_packet) {
  const Folder folder;
  for (const bool pcapng : {false, true}) {
    SavefileOptions options = OptionsFor(folder.File(pcapng ? "t.pcapng" : "t.pcap"));
    options.pcapng = pcapng;
    options.sources[0].link_type = kLinkTypeEthernet;
    SavefileSink sink(options);
    sink.Open();
    Bytes bytes(101);
    const PacketView packet = View(bytes);
    for (int i = 0; i < 10; i++) sink.Consume(&packet, 1);
    sink.Finish();
    CHECK(!RepairSavefile(options.path).was_torn);
    const auto size = std::filesystem::file_size(options.path);
    std::filesystem::resize_file(options.path, size - 5);
    CHECK_EQ(ReadWhole(options.path).hint, "fandump --repair '" + options.path + "'");
    const SavefileRepair repair = RepairSavefile(options.path);
    CHECK_EQ(repair.packets, uint64_t{9});
    CHECK_EQ(std::filesystem::file_size(options.path) + repair.removed_bytes, uint64_t{size - 5});
    const ReadResult result = ReadWhole(options.path);
    CHECK_EQ(result.error, std::string(""));
    CHECK_EQ(result.packets.size(), size_t{9});
  }
}

}  // namespace fandump::test
