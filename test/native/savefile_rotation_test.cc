// tcpdump's rules of -C, -G and -W: when files follow each other, what they are called, and that nothing is lost.
#include "sink/savefile_rotation.h"

#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

constexpr size_t kRecord = 16 + 100;

SavefileOptions Rotating(const Folder& folder, RotationOptions rotation) {
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.rotation = rotation;
  options.by_packet_time = true;
  return options;
}

// Writes packets of 100 bytes, one a second from the given time on.
void WritePackets(const SavefileOptions& options, int packets, int64_t first_second = 1'000'000'000) {
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(100);
  for (int i = 0; i < packets; i++) {
    bytes[0] = static_cast<uint8_t>(i);
    const PacketView packet = View(bytes, first_second + i);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
}

std::string Joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
  return joined;
}

// The first bytes of the packets of a file.
std::string Marks(const std::string& path) {
  std::string marks;
  const ReadResult result = ReadWhole(path);
  CHECK_EQ(result.error, std::string(""));
  for (const ReadPacket& packet : result.packets) marks += static_cast<char>('a' + packet.bytes.at(0));
  return marks;
}

}  // namespace

TEST(files_of_a_size_are_numbered_from_the_second_one_on) {
  const Folder folder;
  RotationOptions rotation;
  rotation.bytes = 2 * kRecord;  // the third packet makes it more, with the file's header
  WritePackets(Rotating(folder, rotation), 7);
  CHECK_EQ(Joined(folder.Names()), std::string("x x1 x2 x3"));
  CHECK_EQ(Marks(folder.File("x")) + Marks(folder.File("x1")) + Marks(folder.File("x2")) + Marks(folder.File("x3")),
           std::string("abcdefg"));
  CHECK_EQ(Marks(folder.File("x1")), std::string("cd"));
}

TEST(a_ring_of_files_has_padded_numbers_and_the_oldest_gives_way) {
  const Folder folder;
  RotationOptions rotation;
  rotation.bytes = kRecord;
  rotation.files = 11;
  WritePackets(Rotating(folder, rotation), 13);
  CHECK_EQ(Joined(folder.Names()), std::string("x00 x01 x02 x03 x04 x05 x06 x07 x08 x09 x10"));
  CHECK_EQ(Marks(folder.File("x01")), std::string("m"));
  CHECK_EQ(Marks(folder.File("x02")), std::string("c"));
}

TEST(numbers_of_a_ring_have_as_many_digits_as_the_last_of_them) {
  RotationOptions rotation;
  rotation.bytes = 1;
  rotation.files = 10;
  CHECK_EQ(FileRotation("x", rotation).RingName(9), std::string("x9"));
  rotation.files = 11;
  CHECK_EQ(FileRotation("x", rotation).RingName(9), std::string("x09"));
}

TEST(another_file_is_due_beyond_the_size_at_the_end_of_the_time_and_before_its_beginning) {
  RotationOptions rotation;
  rotation.bytes = 100;
  rotation.seconds = 60;
  FileRotation files("x", rotation);
  files.First(1000);
  CHECK(!files.IsDue(100, 1000) && files.IsDue(101, 1000));
  CHECK(!files.IsDue(0, 1059) && files.IsDue(0, 1060));
  CHECK(!files.IsDue(0, 940) && files.IsDue(0, 939));
}

TEST(files_of_a_size_and_a_time_follow_each_other_beyond_the_number_of_files) {
  FileRotation files("x", {.bytes = 100, .seconds = 10, .files = 2});
  files.First(0);
  for (const int64_t second : {10, 20, 30}) CHECK(files.Next(second).has_value());
}

TEST(a_ring_that_would_come_upon_a_foreign_file_does_not_begin) {
  const Folder folder;
  std::ofstream(folder.File("x2")) << "mine";
  RotationOptions rotation;
  rotation.bytes = kRecord;
  rotation.files = 3;
  std::string code;
  try {
    SavefileSink(Rotating(folder, rotation)).Open();
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_EXISTS"));
  CHECK_EQ(Joined(folder.Names()), std::string("x2"));
}

TEST(a_ring_writes_over_a_foreign_file_by_force) {
  const Folder folder;
  std::ofstream(folder.File("x2")) << "mine";
  RotationOptions rotation;
  rotation.bytes = kRecord;
  rotation.files = 3;
  SavefileOptions options = Rotating(folder, rotation);
  options.force = true;
  WritePackets(options, 6);
  CHECK_EQ(Joined(folder.Names()), std::string("x0 x1 x2"));
  CHECK_EQ(Marks(folder.File("x2")), std::string("f"));
}

TEST(files_of_a_time_are_named_by_it_and_end_after_so_many) {
  setenv("TZ", "UTC", 1);
  tzset();
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 10;
  rotation.files = 2;
  SavefileOptions options = Rotating(folder, rotation);
  options.path = folder.File("x-%H%M%S");
  bool has_enough = false;
  options.on_enough = [&] { has_enough = true; };
  WritePackets(options, 26);  // from 01:46:40
  CHECK_EQ(Joined(folder.Names()), std::string("x-014640 x-014650"));
  CHECK_EQ(Marks(folder.File("x-014640")), std::string("abcdefghij"));
  CHECK(has_enough);
}

TEST(files_on_the_clock_begin_at_multiples_of_their_time) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 60;
  rotation.on_clock = true;
  SavefileOptions options = Rotating(folder, rotation);
  options.path = folder.File("x-%H%M%S");
  WritePackets(options, 30);  // from 01:46:40: the minute is full after 20 seconds
  CHECK_EQ(Joined(folder.Names()), std::string("x-014640 x-014700"));
  CHECK_EQ(Marks(folder.File("x-014640")).size(), size_t{20});
}

TEST(sizes_within_a_time_are_numbered_behind_its_name) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 10;
  rotation.bytes = 4 * kRecord;
  SavefileOptions options = Rotating(folder, rotation);
  options.path = folder.File("x-%S");
  WritePackets(options, 20);
  CHECK_EQ(Joined(folder.Names()), std::string("x-40 x-401 x-402 x-50 x-501 x-502"));
}

TEST(a_name_that_is_taken_is_never_written_over_by_the_next_file) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 5;
  SavefileOptions options = Rotating(folder, rotation);
  options.path = folder.File("same");
  WritePackets(options, 15);
  CHECK_EQ(Joined(folder.Names()), std::string("same same.1 same.2"));
  CHECK_EQ(Marks(folder.File("same.2")), std::string("klmno"));
}

TEST(a_file_of_this_capture_gives_way_to_the_next_one_of_its_name_not_even_by_force) {
  const Folder folder;
  std::ofstream(folder.File("same")) << "of another capture";
  RotationOptions rotation;
  rotation.seconds = 5;
  SavefileOptions options = Rotating(folder, rotation);
  options.path = folder.File("same");
  options.force = true;
  WritePackets(options, 10);
  CHECK_EQ(Joined(folder.Names()), std::string("same same.1"));
  CHECK_EQ(Marks(folder.File("same")), std::string("abcde"));
}

TEST(a_name_whose_file_a_killed_capture_left_unfinished_is_not_taken_by_the_next_file) {
  const Folder folder;
  std::ofstream(folder.File("x1.part")) << "left";
  RotationOptions rotation;
  rotation.bytes = kRecord;
  WritePackets(Rotating(folder, rotation), 3);
  CHECK_EQ(Joined(folder.Names()), std::string("x x1.1 x1.part x2"));
}

TEST(a_name_that_somebody_else_takes_meanwhile_leaves_the_packets_where_they_are_and_the_capture_goes_on) {
  const Folder folder;
  RotationOptions rotation;
  rotation.bytes = kRecord;
  SavefileOptions options = Rotating(folder, rotation);
  std::string told;
  options.notice = [&](const Notice& notice) { told += notice.code + " "; };
  SavefileSink sink(options);
  sink.Open();
  std::ofstream(folder.File("x")) << "foreign";
  std::vector<uint8_t> bytes(100);
  const PacketView packet = View(bytes);
  for (int i = 0; i < 2; i++) sink.Consume(&packet, 1);
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x x.part x1"));
  CHECK_EQ(std::filesystem::file_size(folder.File("x")), uintmax_t{7});
  CHECK_EQ(Marks(folder.File("x.part")).size(), size_t{1});
  CHECK_EQ(told, std::string("SAVEFILE_TAKEN "));
}

TEST(a_clock_that_jumps_back_begins_another_file) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 10;
  SavefileSink sink(Rotating(folder, rotation));
  sink.Open();
  std::vector<uint8_t> bytes(100);
  for (const int64_t second : {5000, 5009, 4995, 100, 105, 110}) {
    const PacketView packet = View(bytes, second);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x x.1 x.2"));
  CHECK_EQ(Marks(folder.File("x")).size(), size_t{3});
  CHECK_EQ(Marks(folder.File("x.1")).size(), size_t{2});
}

TEST(a_file_is_called_part_until_it_is_complete_and_told_of_then) {
  const Folder folder;
  RotationOptions rotation;
  rotation.bytes = kRecord;
  SavefileOptions options = Rotating(folder, rotation);
  std::string told;
  options.on_file = [&](const std::string& path) {
    told += std::filesystem::path(path).filename().string() + std::to_string(Marks(path).size()) + " ";
  };
  {
    SavefileSink sink(options);
    sink.Open();
    CHECK_EQ(Joined(folder.Names()), std::string("x.part"));
    std::vector<uint8_t> bytes(100);
    const PacketView packet = View(bytes);
    for (int i = 0; i < 3; i++) sink.Consume(&packet, 1);
    sink.Finish();
  }
  CHECK_EQ(told, std::string("x1 x11 x21 "));
}

TEST(a_pause_goes_by_the_clock_of_the_packets) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 60;
  SavefileOptions options = Rotating(folder, rotation);
  options.by_packet_time = false;
  options.begins_with_packet = true;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(100);
  for (int i = 0; i < 3; i++) {
    const PacketView packet = View(bytes, 1'000'000'000 + i);
    sink.Consume(&packet, 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    sink.Idle();
  }
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x"));
}

TEST(a_pause_in_a_file_that_is_read_is_none_of_its_packets) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 1;
  SavefileSink sink(Rotating(folder, rotation));
  sink.Open();
  std::vector<uint8_t> bytes(100);
  const PacketView packet = View(bytes, 1'000'000'000);
  sink.Consume(&packet, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  sink.Idle();
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x"));
}

TEST(files_follow_each_other_without_packets_too) {
  const Folder folder;
  RotationOptions rotation;
  rotation.seconds = 1;
  SavefileOptions options = Rotating(folder, rotation);
  options.by_packet_time = false;
  SavefileSink sink(options);
  sink.Open();
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  sink.Idle();
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x x.1"));
}

}  // namespace fandump::test
