// Writing savefiles: what is written is what is read again; failures leave whole packets and one clear error.
#include "sink/savefile.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
TEST(a_written_savefile_is_the_pcap_format_byte_by_byte) {
  const Folder folder;
  for (const bool nanoseconds : {false, true}) {
    SavefileOptions options = OptionsFor(folder.File("w"));
    options.nanoseconds = nanoseconds;
    options.force = true;
    SavefileSink sink(options);
    sink.Open();
    std::vector<uint8_t> bytes = {1, 2, 3};
    PacketView packet = View(bytes, 7, 123'456'789);
    packet.len = 60;
    sink.Consume(&packet, 1);
    sink.Finish();
    BytesBuilder expected;
    expected.PcapHeader(nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, kMaxSnaplen);
    expected.PcapRecord(7, nanoseconds ? 123'456'789 : 123'456, bytes, 60);
    CHECK(Contents(folder.File("w")) == expected.bytes());
    CHECK_EQ(sink.written(), 1U);
    CHECK_EQ(sink.written_bytes(), 3U);
  }
  struct stat status {};
  stat(folder.File("w").c_str(), &status);
  CHECK_EQ(status.st_mode & 0137, 0U);
}

TEST(what_is_read_and_written_again_is_the_same_file) {
  const Folder folder;
  BytesBuilder original;
  original.PcapHeader(0xa1b23c4d, 65535, 101);
  for (uint32_t i = 0; i < 20000; i++) {
    const std::vector<uint8_t> bytes(i % 1500, static_cast<uint8_t>(i));
    original.PcapRecord(i, i * 1000 + 1, bytes, i % 1500 + i % 7);
  }
  const MemoryFile memory(original.bytes());
  SavefileSource source(memory.path());
  source.Open();
  SavefileOptions options = OptionsFor(folder.File("w"), source.link_type());
  options.nanoseconds = source.nanosecond();
  options.snaplen = source.snaplen();
  SavefileSink sink(options);
  sink.Open();
  PacketBatch batch;
  while (source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets) sink.Consume(batch.packets.data(), batch.size);
  sink.Finish();
  CHECK(Contents(folder.File("w")) == original.bytes());
  CHECK_EQ(sink.written(), 20000U);
}

TEST(the_file_header_is_written_before_any_packet) {
  const Folder folder;
  SavefileSink sink(OptionsFor(folder.File("w")));
  sink.Open();
  CHECK(Within(std::chrono::seconds(5), [&] { return Contents(folder.File("w")).size() == 24; }));
}

TEST(the_first_packet_decides_the_link_type_and_others_are_counted) {
  const Folder folder;
  SavefileSink sink(OptionsFor(folder.File("w"), -1));
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  PacketView packets[] = {View(bytes, 1), View(bytes, 2), View(bytes, 3)};
  packets[0].link_type = packets[2].link_type = kLinkTypeRaw;
  sink.Consume(packets, 3);
  sink.Finish();
  CHECK_EQ(sink.written(), 2U);
  CHECK_EQ(sink.other_link_type(), 1U);
  const ReadResult result = ReadWhole(folder.File("w"));
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.packets.at(1).view.link_type, kLinkTypeRaw);
  CHECK_EQ(result.packets.at(1).view.seconds, 3);
}

TEST(a_budget_ends_with_the_packet_that_reaches_it_in_all_files_together) {
  for (const bool pcapng : {false, true}) {
    const Folder folder;
    std::vector<uint8_t> bytes(84);
    const std::vector<PacketView> packets(10, View(bytes));
    const size_t record = pcapng ? 32 + bytes.size() : 16 + bytes.size();
    const auto budget = std::make_shared<ByteBudget>(5 * record - 1);
    size_t ends = 0;
    const auto open = [&](const std::string& name) {
      SavefileOptions options = OptionsFor(folder.File(name));
      options.pcapng = pcapng;
      options.sources = {{"va", "", kLinkTypeEthernet, 65535, true, nullptr}};
      options.budget = budget;
      options.on_enough = [&ends] { ends++; };
      auto sink = std::make_unique<SavefileSink>(options);
      sink->Open();
      return sink;
    };
    const auto first = open("1"), second = open("2");
    first->Consume(packets.data(), 3);
    CHECK_EQ(ends, size_t{0});
    second->Consume(packets.data(), packets.size());
    first->Consume(packets.data(), packets.size());
    CHECK_EQ(ends, size_t{2});
    CHECK_EQ(first->after_last_file() + second->after_last_file(), uint64_t{18});
    first->Finish();
    second->Finish();
    CHECK_EQ(ReadWhole(folder.File("1")).packets.size(), size_t{3});
    CHECK_EQ(ReadWhole(folder.File("2")).packets.size(), size_t{2});
  }
}

TEST(a_budget_that_the_last_packet_of_a_batch_uses_up_ends_the_capture_with_that_packet) {
  for (const bool pcapng : {false, true}) {
    const Folder folder;
    std::vector<uint8_t> bytes(84);
    const std::vector<PacketView> packets(3, View(bytes));
    SavefileOptions options = OptionsFor(folder.File("x"));
    options.pcapng = pcapng;
    options.sources = {{"va", "", kLinkTypeEthernet, 65535, true, nullptr}};
    options.budget = std::make_shared<ByteBudget>(3 * ((pcapng ? 32 : 16) + bytes.size()));
    size_t ends = 0;
    options.on_enough = [&ends] { ends++; };
    SavefileSink sink(options);
    sink.Open();
    sink.Consume(packets.data(), 2);
    CHECK_EQ(ends, size_t{0});
    sink.Consume(packets.data(), 1);
    CHECK_EQ(ends, size_t{1});
    sink.Finish();
    CHECK_EQ(sink.after_last_file(), uint64_t{0});
    CHECK_EQ(ReadWhole(options.path).packets.size(), size_t{3});
  }
}

TEST(a_savefile_without_packets_is_a_savefile) {
  const Folder folder;
  SavefileSink sink(OptionsFor(folder.File("w"), -1));
  sink.Open();
  sink.Finish();
  CHECK(Contents(folder.File("w")) == BytesBuilder().PcapHeader(0xa1b2c3d4, kMaxSnaplen).bytes());
}

TEST(packets_reach_the_file_when_idle_when_old_and_at_once_when_asked) {
  const Folder folder;
  std::vector<uint8_t> bytes = {1, 2, 3};
  const PacketView packet = View(bytes);
  const auto size_is = [&](const char* name, size_t size) {
    return Within(std::chrono::seconds(5), [&] { return Contents(folder.File(name)).size() == size; });
  };

  SavefileSink idle(OptionsFor(folder.File("idle")));
  idle.Open();
  CHECK(size_is("idle", 24));
  idle.Consume(&packet, 1);
  CHECK_EQ(idle.written(), 0U);
  idle.Idle();
  CHECK(size_is("idle", 43));

  SavefileOptions options = OptionsFor(folder.File("at-once"));
  options.flush_each_batch = true;
  SavefileSink at_once(options);
  at_once.Open();
  at_once.Consume(&packet, 1);
  CHECK(size_is("at-once", 43));

  SavefileSink asked(OptionsFor(folder.File("asked")));
  asked.Open();
  asked.Consume(&packet, 1);
  asked.Flush();
  CHECK_EQ(asked.written(), 0U);
  asked.Consume(&packet, 1);
  CHECK(size_is("asked", 62));

  SavefileSink old(OptionsFor(folder.File("old")));
  old.Open();
  old.Consume(&packet, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(1050));
  old.Consume(&packet, 1);
  CHECK(size_is("old", 62));
}

TEST(a_full_device_is_one_error_that_names_the_file_and_what_is_safe) {
  SavefileSink sink(OptionsFor("/dev/full"));
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  const auto [code, message] = FailureOf(sink, View(bytes), 100000);
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  CHECK_EQ(message, std::string("writing /dev/full: No space left on device (0 packets are safe)"));
}

TEST(a_file_that_can_grow_no_more_ends_with_its_last_whole_packet) {
  const Folder folder;
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit limit = before;
  limit.rlim_cur = 1'000'000;
  setrlimit(RLIMIT_FSIZE, &limit);
  SavefileSink sink(OptionsFor(folder.File("w")));
  sink.Open();
  std::vector<uint8_t> bytes(1000, 7);
  const auto [code, message] = FailureOf(sink, View(bytes), 5000);
  setrlimit(RLIMIT_FSIZE, &before);
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  CHECK_EQ(message, "writing " + folder.File("w") + ": File too large (984 packets are safe)");
  CHECK_EQ(sink.written(), 984U);
  const ReadResult result = ReadWhole(folder.File("w"));
  CHECK_EQ(result.code, std::string(""));
  CHECK_EQ(result.packets.size(), size_t{984});
}

TEST(a_reader_that_has_gone_is_epipe) {
  const Folder folder;
  const std::string path = folder.File("fifo");
  CHECK_EQ(mkfifo(path.c_str(), 0600), 0);
  const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK);
  SavefileSink sink(OptionsFor(path));
  sink.Open();
  close(reader);
  std::vector<uint8_t> bytes(1000);
  CHECK_EQ(FailureOf(sink, View(bytes), 100000).first, std::string("EPIPE"));
}

TEST(a_slow_reader_holds_up_the_receiver_and_loses_nothing) {
  const Folder folder;
  const std::string path = folder.File("fifo");
  CHECK_EQ(mkfifo(path.c_str(), 0600), 0);
  size_t packets = 0;
  std::thread reader([&] {
    SavefileSource source(path);
    source.Open();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    PacketBatch batch;
    for (ReceiveStatus status; (status = source.Receive(batch, 1000)) != ReceiveStatus::kEnd;) packets += batch.size;
  });
  SavefileSink sink(OptionsFor(path));
  sink.Open();
  std::vector<uint8_t> bytes(1500, 1);
  const PacketView packet = View(bytes);
  for (int i = 0; i < 20000; i++) sink.Consume(&packet, 1);
  sink.Finish();
  reader.join();
  CHECK_EQ(packets, size_t{20000});
}

TEST(a_file_that_cannot_be_made_is_named) {
  std::string message;
  try {
    SavefileSink(OptionsFor("x/y/z")).Open();
  } catch (const CaptureError& error) {
    message = error.what();
  }
  CHECK_EQ(message, std::string("x/y/z: No such file or directory"));
}

TEST(packets_and_their_bytes_are_counted_through_buffers_that_are_used_again) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.buffer_bytes = 1;  // two buffers, the fewest there are
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  const PacketView packet = View(bytes);
  constexpr uint64_t kPackets = 8 * WriteBuffer::kCapacity / 1000;
  for (uint64_t i = 0; i < kPackets; i++) sink.Consume(&packet, 1);
  sink.Finish();
  CHECK_EQ(sink.written(), kPackets);
  CHECK_EQ(sink.written_bytes(), kPackets * 1000);
}

}  // namespace fandump::test
