// A disk that is full, and complete files of the capture that give way to newer ones.
#include <filesystem>
#include <fstream>

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

// Writes files of 200 kB on a disk where the oldest of them give way, and says how many did.
uint64_t DeletedForFiles(const std::string& path, std::shared_ptr<CompleteFiles> complete, int packets) {
  SavefileOptions options = OptionsFor(path);
  options.rotation.bytes = 200'000;
  options.on_full = OnFull::kOldest;
  options.complete = std::move(complete);
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  for (int i = 0; i < packets; i++) {
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
  return sink.deleted_files();
}

}  // namespace

TEST(on_a_full_disk_the_oldest_file_gives_way) {
  const SmallDisk disk;
  SavefileOptions options = OptionsFor(disk.folder().File("x"));
  options.rotation.bytes = 200'000;
  options.on_full = OnFull::kOldest;
  options.buffer_bytes = 1 << 20;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  for (int i = 0; i < 3000; i++) {
    bytes[0] = static_cast<uint8_t>(i % 251);
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
  CHECK_EQ(sink.written(), uint64_t{3000});
  const std::vector<std::string> names = disk.folder().Names();
  CHECK(names.size() >= 3 && names.size() <= 6);
  constexpr size_t kFiles = 16;
  CHECK_EQ(sink.deleted_files(), uint64_t{kFiles - names.size()});
  // The newest are there, and whole.
  uint64_t packets = 0;
  for (const std::string& name : names) {
    const ReadResult result = ReadWhole(disk.folder().File(name));
    CHECK_EQ(result.error, std::string(""));
    packets += result.packets.size();
  }
  CHECK(packets > 600);
  CHECK_EQ(ReadWhole(disk.folder().File("x15")).packets.size(), size_t{45});
}

TEST(the_oldest_file_of_a_ring_that_came_round_is_the_one_after_the_newest) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.rotation.bytes = 1000;
  options.rotation.files = 3;
  options.complete = std::make_shared<CompleteFiles>();
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  const PacketView packet = View(bytes);
  for (int i = 0; i < 4; i++) sink.Consume(&packet, 1);
  sink.Finish();
  CHECK_EQ(options.complete->DeleteOldest().value(), 0);
  CHECK((folder.Names() == std::vector<std::string>{"x0", "x2"}));
}

TEST(on_a_full_disk_the_oldest_file_of_another_worker_gives_way) {
  const SmallDisk disk;
  const auto complete = std::make_shared<CompleteFiles>();
  DeletedForFiles(disk.folder().File("first"), complete, 600);
  std::ofstream(disk.folder().File("ballast")) << std::string(1 << 20, 'x');
  CHECK_EQ(DeletedForFiles(disk.folder().File("second"), complete, 190), uint64_t{1});
  CHECK_EQ(ReadWhole(disk.folder().File("second")).packets.size(), size_t{190});
}

TEST(on_a_full_disk_a_file_that_somebody_else_has_deleted_does_not_count_and_the_next_one_gives_way) {
  const SmallDisk disk;
  const auto complete = std::make_shared<CompleteFiles>();
  DeletedForFiles(disk.folder().File("first"), complete, 600);
  std::filesystem::remove(disk.folder().File("first"));
  std::ofstream(disk.folder().File("ballast")) << std::string(1 << 20, 'x');
  CHECK_EQ(DeletedForFiles(disk.folder().File("second"), complete, 190), uint64_t{1});
  CHECK(!std::filesystem::exists(disk.folder().File("first1")));
}

TEST(where_there_is_no_room_for_another_file_the_oldest_one_gives_way) {
  const SmallDisk disk(1, 3);
  CHECK_EQ(DeletedForFiles(disk.folder().File("x"), nullptr, 1000), uint64_t{3});
  CHECK((disk.folder().Names() == std::vector<std::string>{"x3", "x4", "x5"}));
}

}  // namespace fandump::test
