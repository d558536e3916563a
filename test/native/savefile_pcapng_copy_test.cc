// What a pcapng input says beside its packets, as it is written again.
#include "check.h"
#include "pcapng_reading.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

SavefileOptions PcapngOptions(const std::string& path, std::shared_ptr<CopiedBlocks> copied) {
  SavefileOptions options = OptionsFor(path);
  options.pcapng = true;
  options.sources = {{"file", "", kLinkTypeEthernet, 4000, true, std::move(copied)}};
  return options;
}

}  // namespace

TEST(names_secrets_comments_and_interfaces_of_a_pcapng_input_are_kept_in_either_byte_order) {
  for (const bool big_endian : {false, true}) {
    const Folder folder;
    const std::vector<uint8_t> packet = {1, 2, 3, 4, 5};
    BytesBuilder names(big_endian), secrets(big_endian), options(big_endian), interface_options(big_endian);
    names.U16(1).U16(10).Raw({192, 0, 2, 1, 'h', 'o', 's', 't', '1', 0, 0, 0}).U16(0).U16(0);
    secrets.U32(0x544c534b).U32(6).Raw({'s', 'e', 'c', 'r', 'e', 't', 0, 0});
    options.U16(1).U16(5).Raw({'h', 'e', 'l', 'l', 'o', 0, 0, 0}).U16(2).U16(4).U32(2).U16(0).U16(0);
    interface_options.U16(2).U16(4).Raw({'e', 't', 'h', '9'}).U16(8).U16(8).U64(1000).U16(0).U16(0);
    BytesBuilder input(big_endian);
    input.SectionHeader().Interface(1, 4000, interface_options.bytes());
    input.Block(4, names).Block(10, secrets).EnhancedPacket(0, 1'000'000, packet, 9, options.bytes());
    const MemoryFile memory(input.bytes());
    SavefileSource source(memory.path());
    source.Open();
    SavefileOptions save = PcapngOptions(folder.File("x"), source.copied());
    SavefileSink sink(save);
    sink.Open();
    PacketBatch batch;
    while (source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets) sink.Consume(batch.packets.data(), batch.size);
    sink.Finish();
    const std::vector<Block> blocks = BlocksIn(Contents(folder.File("x")));
    const Block name_block = OfType(blocks, 4).at(0);
    CHECK_EQ(Read32(name_block.body, 0), uint32_t{1 | 10 << 16});
    CHECK_EQ(std::string(name_block.body.begin() + 8, name_block.body.begin() + 13), std::string("host1"));
    const Block secret_block = OfType(blocks, 10).at(0);
    CHECK_EQ(Read32(secret_block.body, 0), 0x544c534bU);
    CHECK_EQ(Read32(secret_block.body, 4), 6U);
    const Block interface = OfType(blocks, 1).at(0);
    CHECK_EQ(Read32(interface.body, 4), 4000U);
    CHECK_EQ(OptionsOf(interface, 8).at(2), std::string("eth9"));
    CHECK_EQ(OptionsOf(interface, 8).at(8), std::string("\xe8\3\0\0\0\0\0\0", 8));
    const Block copied = OfType(blocks, pcapng::kEnhancedPacket).at(0);
    CHECK_EQ(PacketOptions(copied).at(1), std::string("hello"));
    CHECK_EQ(PacketOptions(copied).at(2), std::string("\2\0\0\0", 4));
    const ReadResult result = ReadWhole(folder.File("x"));
    CHECK_EQ(result.packets.at(0).view.seconds, 1);
    CHECK_EQ(result.packets.at(0).view.len, 9U);
    CHECK_EQ(result.packets.at(0).view.direction, kDirectionOutgoing);
  }
}

TEST(numbers_in_options_of_a_pcapng_input_are_kept_in_either_byte_order) {
  constexpr uint32_t kEnterprise = 32473;  // for documentation (RFC 5612)
  for (const bool big_endian : {false, true}) {
    const Folder folder;
    BytesBuilder interface_options(big_endian), options(big_endian), secrets(big_endian), input(big_endian);
    interface_options.U16(16).U16(8).U64(1000).U16(17).U16(8).U64(2000);
    interface_options.U16(2989).U16(6).U32(kEnterprise).Raw({1, 2, 0, 0}).U16(0).U16(0);
    options.U16(4).U16(8).U64(7).U16(2988).U16(6).U32(kEnterprise).Raw({'o', 'k', 0, 0}).U16(0).U16(0);
    secrets.U32(0x544c534b).U32(4).Raw({'d', 'a', 't', 'a'});
    secrets.U16(19372).U16(6).U32(kEnterprise).Raw({'n', 'o', 0, 0}).U16(0).U16(0);
    input.SectionHeader().Interface(1, 4000, interface_options.bytes()).Block(10, secrets);
    input.EnhancedPacket(0, 1'000'000, {1, 2, 3, 4}, 4, options.bytes());
    const MemoryFile memory(input.bytes());
    SavefileSource source(memory.path());
    source.Open();
    SavefileSink sink(PcapngOptions(folder.File("x"), source.copied()));
    sink.Open();
    PacketBatch batch;
    while (source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets) sink.Consume(batch.packets.data(), batch.size);
    sink.Finish();
    const std::vector<Block> blocks = BlocksIn(Contents(folder.File("x")));
    const std::string number("\xd9\x7e\0\0", 4);
    const Block interface = OfType(blocks, 1).at(0);
    CHECK_EQ(OptionsOf(interface, 8).at(16), std::string("\xe8\3\0\0\0\0\0\0", 8));
    CHECK_EQ(OptionsOf(interface, 8).at(17), std::string("\xd0\7\0\0\0\0\0\0", 8));
    CHECK_EQ(OptionsOf(interface, 8).at(2989), number + "\1\2");
    const Block packet = OfType(blocks, pcapng::kEnhancedPacket).at(0);
    CHECK_EQ(PacketOptions(packet).at(4), std::string("\7\0\0\0\0\0\0\0", 8));
    CHECK_EQ(PacketOptions(packet).at(2988), number + "ok");
    CHECK_EQ(OptionsOf(OfType(blocks, 10).at(0), 12).at(19372), number + "no");
  }
}

TEST(a_copied_block_stands_between_the_packets_it_was_read_between_and_at_the_end_too) {
  const Folder folder;
  const auto copied = std::make_shared<CopiedBlocks>();
  SavefileOptions options = PcapngOptions(folder.File("x"), copied);
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  const PacketView packet = View(bytes);
  sink.Consume(&packet, 1);
  copied->AddBlock({pcapng::kDecryptionSecrets, std::string(8, '\0')});
  sink.Consume(&packet, 1);
  copied->AddBlock({pcapng::kNameResolution, std::string(4, '\0')});
  sink.Finish();
  std::vector<uint32_t> types;
  for (const Block& block : BlocksIn(Contents(folder.File("x")))) types.push_back(block.type);
  const std::vector<uint32_t> wanted = {pcapng::kSectionHeader,  pcapng::kInterfaceDescription,
                                        pcapng::kEnhancedPacket, pcapng::kDecryptionSecrets,
                                        pcapng::kEnhancedPacket, pcapng::kNameResolution};
  CHECK(types == wanted);
}

TEST(what_is_too_long_to_be_copied_is_told_and_packets_keep_their_interfaces) {
  const Folder folder;
  BytesBuilder long_options, names;
  for (int i = 0; i < 10; i++) long_options.U16(1).U16(60000).Raw(std::vector<uint8_t>(60000, 'x'));
  long_options.U16(0).U16(0);
  for (int i = 0; i < 10; i++) names.U16(1).U16(60000).Raw(std::vector<uint8_t>(60000, 'y'));
  names.U16(0).U16(0);
  const std::vector<uint8_t> packet = {1, 2, 3, 4};
  BytesBuilder input;
  input.SectionHeader().Interface(1, 4000).Interface(1, 5000, long_options.bytes()).Block(4, names);
  input.EnhancedPacket(1, 0, packet, 4).EnhancedPacket(0, 0, packet, 4);
  const MemoryFile memory(input.bytes());
  SavefileSource source(memory.path());
  source.Open();
  SavefileOptions save = PcapngOptions(folder.File("x"), source.copied());
  std::vector<Notice> told;
  save.notice = [&told](const Notice& notice) { told.push_back(notice); };
  SavefileSink sink(save);
  sink.Open();
  PacketBatch batch;
  while (source.Receive(batch, kPatientMs) != ReceiveStatus::kEnd) sink.Consume(batch.packets.data(), batch.size);
  sink.Finish();
  CHECK_EQ(told.size(), size_t{1});
  CHECK_EQ(told.at(0).message.substr(folder.File("x").size(), 25), std::string(": lacks 2 blocks of file "));
  const std::vector<Block> blocks = BlocksIn(Contents(folder.File("x")));
  const std::vector<Block> interfaces = OfType(blocks, pcapng::kInterfaceDescription);
  const std::vector<Block> packets = OfType(blocks, pcapng::kEnhancedPacket);
  CHECK_EQ(Read32(interfaces.at(Read32(packets.at(0).body, 0)).body, 4), 5000U);
  CHECK_EQ(Read32(interfaces.at(Read32(packets.at(1).body, 0)).body, 4), 4000U);
}

}  // namespace fandump::test
