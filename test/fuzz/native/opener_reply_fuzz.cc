// What the client makes of an answer of fandump-opener. Input: kind, two numbers (32 bits), then a Reply.
#include <cstring>

#include "input.h"
#include "opener/client_errors.h"

using namespace fandump;
using fandump::fuzz::Require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Input input(data, size);
  const uint8_t kind = input.U8();
  OpenerAnswer answer;
  answer.path = "/nonexistent/fandump-opener";
  if ((kind & 1) != 0) answer.start_errno = static_cast<int>(input.U32() % 134);
  answer.wait_status = static_cast<int>(input.U32());
  if ((kind & 2) != 0) {
    const std::vector<uint8_t> bytes = input.Bytes(sizeof(opener::Reply));
    opener::Reply reply{};
    if (!bytes.empty()) std::memcpy(&reply, bytes.data(), bytes.size());
    answer.reply = reply;
  }
  PacketSocketUse use{"eth0", std::nullopt};
  if ((kind & 4) != 0) use.fanout = 1;
  LacksCapability(answer);
  const CaptureError error = ExplainOpenerAnswer(answer, use);
  const std::string message = error.what();
  Require(error.code().starts_with("E") && !message.empty(), "a code and a message");
  Require(message.find('\n') == std::string::npos, "a message of one line");
  return 0;
}
