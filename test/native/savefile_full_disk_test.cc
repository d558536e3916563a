// Compressed savefiles on a disk that is full: whole, with all that got onto it, and so many packets and bytes are told
// of.
#include <random>

#include "check.h"
#include "savefile_builder.h"
#include "savefile_layouts.h"
#include "sink/savefile_record.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

constexpr size_t kDisk = size_t{1} << 20;

// Writes packets of random bytes below a limit until the disk is full, the first of another length. Returns the file's
// size.
size_t FillDisk(SavefileSink& sink, const std::string& path, size_t first_length, size_t packet_length,
                unsigned limit) {
  std::mt19937 random(7);
  std::vector<uint8_t> bytes(first_length);
  std::string message;
  sink.Open();
  try {
    for (int i = 0; i < 100'000; i++) {
      for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random() % limit);
      const PacketView packet = View(bytes, i);
      sink.Consume(&packet, 1);
      bytes.resize(packet_length);
    }
    sink.Finish();
  } catch (const CaptureError& error) {
    message = error.what();
  }
  CHECK_EQ(message,
           "writing " + path + ": No space left on device (" + std::to_string(sink.written()) + " packets are safe)");
  const ReadResult result = ReadWhole(path);
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), sink.written());
  uint64_t captured_bytes = 0;
  for (size_t i = 0; i < result.packets.size(); i++) {
    CHECK(result.packets[i].view.seconds == static_cast<int64_t>(i));
    captured_bytes += result.packets[i].view.caplen;
  }
  CHECK_EQ(sink.written_bytes(), captured_bytes);
  const std::vector<uint8_t> file = Contents(path);
  CHECK_EQ(ReadWhole(Unpack(file).bytes).packets.size(), sink.written());
  return file.size();
}

}  // namespace

TEST(a_compressed_file_on_a_full_disk_is_whole_and_has_what_got_onto_it) {
  for (const Compression method : {Compression::kZstd, Compression::kGzip, Compression::kLz4}) {
    for (const unsigned threads : {1U, 2U, 4U}) {
      for (const unsigned limit : {256U, 3U}) {
        for (const bool pcapng : {false, true}) {
          const SmallDisk disk;
          SavefileOptions options = OptionsFor(disk.folder().File("x"));
          options.compression = {method, 1, threads};
          options.pcapng = pcapng;
          options.sources[0].link_type = kLinkTypeEthernet;
          SavefileSink sink(options);
          const size_t size = FillDisk(sink, options.path, 1000, 1000, limit);
          // What is not there is less than what a buffer becomes; two share one piece of work of zstd's at times.
          const size_t buffer = limit == 3 ? WriteBuffer::kCapacity / 2 : WriteBuffer::kCapacity;
          const bool may_share = method == Compression::kZstd && threads > 1;
          CHECK(size + (may_share ? 2 : 1) * buffer + 4096 > kDisk);
        }
      }
    }
  }
}

// Packets come faster than they are compressed: none of the buffers is known to be in the file when the disk is full.
TEST(what_was_being_compressed_when_the_disk_was_full_counts_as_far_as_it_is_in_the_file) {
  constexpr size_t kLength = 1000;
  std::mt19937 random(7);
  std::vector<uint8_t> bytes(20'000 * kLength);
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
  std::vector<PacketView> packets(bytes.size() / kLength, View(bytes));
  for (size_t i = 0; i < packets.size(); i++) {
    packets[i].data += i * kLength;
    packets[i].caplen = packets[i].len = kLength;
  }
  const SmallDisk disk(8);
  SavefileOptions options = OptionsFor(disk.folder().File("x"));
  options.compression = {Compression::kZstd, 1, 2};
  SavefileSink sink(options);
  sink.Open();
  std::string code;
  try {
    sink.Consume(packets.data(), packets.size());
    sink.Finish();
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  const ReadResult result = ReadWhole(options.path);
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(sink.written(), result.packets.size());
  CHECK_EQ(sink.written_bytes(), result.packets.size() * kLength);
}

// Writes random bytes into files of three tenths of the disk, each in one piece, until it is full.
uint64_t RotateUntilFull(SavefileOptions options, uint32_t files) {
  options.rotation.bytes = 300'000;
  options.rotation.files = files;
  options.compression = {Compression::kLz4, 1, 1};
  SavefileSink sink(options);
  std::mt19937 random(7);
  std::vector<uint8_t> bytes(1000);
  std::string code;
  try {
    sink.Open();
    for (int i = 0; i < 3000; i++) {
      for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
      const PacketView packet = View(bytes, i);
      sink.Consume(&packet, 1);
    }
    sink.Finish();
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  return sink.written();
}

TEST(a_file_into_which_nothing_got_on_a_full_disk_is_not_left_behind) {
  const SmallDisk disk;
  const uint64_t written = RotateUntilFull(OptionsFor(disk.folder().File("x")), 0);
  uint64_t packets = 0;
  for (const std::string& name : disk.folder().Names()) {
    CHECK(!name.ends_with(".part"));
    const ReadResult result = ReadWhole(disk.folder().File(name));
    CHECK_EQ(result.error, std::string(""));
    packets += result.packets.size();
  }
  CHECK_EQ(packets, written);
  CHECK(packets > 0);
}

TEST(a_file_of_a_ring_stays_where_nothing_got_into_the_one_that_was_to_take_its_place) {
  const SmallDisk disk;
  RotateUntilFull(OptionsFor(disk.folder().File("x")), 3);
  const ReadResult result = ReadWhole(disk.folder().File("x0"));
  CHECK(!result.packets.empty() && result.packets.at(0).view.seconds == 0);
}

// Not even the mark that ends the file has room then.
TEST(a_compressed_file_that_fills_the_disk_to_its_last_byte_is_whole) {
  struct Kind {
    Compression method;
    size_t before_block;  // what comes of each beside what it holds
    size_t end;           // of the file
  };
  for (const auto& [method, before_block, end] : {Kind{Compression::kZstd, 3, 7}, Kind{Compression::kLz4, 8, 4}}) {
    const SmallDisk disk;
    SavefileOptions options = OptionsFor(disk.folder().File("x"));
    options.compression = {method, 1, 1};
    options.flush_each_batch = true;
    {
      SavefileSink empty(options);
      empty.Open();
      empty.Finish();
    }
    const size_t before_first = std::filesystem::file_size(options.path) - end;
    std::filesystem::remove(options.path);
    SavefileSink sink(options);
    // Each block ends with a page.
    constexpr size_t kPages = size_t{16} << 10;
    const size_t length = kPages - before_block - sizeof(PcapRecordHeader);
    const size_t size = FillDisk(sink, options.path, length - before_first, length, 256);
    CHECK_EQ(sink.written(), kDisk / kPages - 1);
    CHECK(size > kDisk - kPages && size <= kDisk - kPages + 4);
  }
}

}  // namespace fandump::test
