#include "addon/output.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace fandump {

namespace {

enum class Kind {
  kNeverWaits,  // a file, a device, or a descriptor that does not block
  kSocket,
  kWaits,  // a pipe or terminal whose descriptor blocks
};

Kind KindOf(int fd) {
  struct stat facts {};
  const int flags = fcntl(fd, F_GETFL);
  if (fstat(fd, &facts) != 0 || flags < 0 || (flags & O_NONBLOCK) != 0) return Kind::kNeverWaits;
  if (S_ISSOCK(facts.st_mode)) return Kind::kSocket;
  return S_ISFIFO(facts.st_mode) || isatty(fd) != 0 ? Kind::kWaits : Kind::kNeverWaits;
}

// Waits until something can be written; false: not yet, or a signal came.
bool AwaitRoom(int fd, int milliseconds) {
  pollfd ready{fd, POLLOUT, 0};
  return poll(&ready, 1, milliseconds) > 0;
}

// write(2) that fails with EAGAIN in place of waiting.
ssize_t TryWrite(int fd, Kind kind, const uint8_t* bytes, size_t length) {
  if (kind == Kind::kSocket) return send(fd, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (kind == Kind::kNeverWaits) return write(fd, bytes, length);
  if (!AwaitRoom(fd, 0)) {
    errno = EAGAIN;
    return -1;
  }
  // So much goes into a pipe that has room at all (pipe(7)), and a terminal takes what it has room for piece by piece.
  return write(fd, bytes, std::min<size_t>(length, PIPE_BUF));
}

int NumberArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsNumber()) throw Napi::TypeError::New(info.Env(), "a number is needed");
  return info[index].As<Napi::Number>().Int32Value();
}

}  // namespace

Napi::Value OpenOutputForJs(const Napi::CallbackInfo& info) {
  const int fd = NumberArgument(info, 0);
  if (KindOf(fd) != Kind::kWaits) return Napi::Number::New(info.Env(), fd);
  const std::string path = "/proc/self/fd/" + std::to_string(fd);
  const int own = open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  return Napi::Number::New(info.Env(), own < 0 ? fd : own);
}

Napi::Value WriteSomeForJs(const Napi::CallbackInfo& info) {
  const int fd = NumberArgument(info, 0);
  const int milliseconds = NumberArgument(info, 4);
  const auto offset = static_cast<size_t>(NumberArgument(info, 2));
  const auto length = static_cast<size_t>(NumberArgument(info, 3));
  if (!info[1].IsTypedArray()) throw Napi::TypeError::New(info.Env(), "writeSome: bytes are needed");
  const auto bytes = info[1].As<Napi::Uint8Array>();
  if (offset > bytes.ByteLength() || length > bytes.ByteLength() - offset) {
    throw Napi::RangeError::New(info.Env(), "writeSome: beyond the end of the bytes");
  }
  const uint8_t* from = bytes.Data() + offset;
  const Kind kind = KindOf(fd);
  size_t done = 0;
  while (done < length) {
    const ssize_t written = TryWrite(fd, kind, from + done, length - done);
    if (written >= 0) {
      done += static_cast<size_t>(written);
    } else if (errno == EAGAIN) {
      if (!AwaitRoom(fd, milliseconds)) break;
    } else if (errno != EINTR) {
      return Napi::Number::New(info.Env(), -errno);
    }
  }
  return Napi::Number::New(info.Env(), static_cast<double>(done));
}

Napi::Value LeaveDeadTerminalsForJs(const Napi::CallbackInfo& info) {
  for (int fd = 0; fd <= 2; fd++) {
    termios settings{};
    // tty_ioctl of drivers/tty: EIO from a terminal that has hung up, ENOTTY from what is none.
    if (tcgetattr(fd, &settings) != 0 && errno == EIO) close(fd);
  }
  return info.Env().Undefined();
}

}  // namespace fandump
