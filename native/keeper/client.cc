#include "keeper/client.h"

#include <sys/mman.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "descriptor_message.h"
#include "file_open_error.h"
#include "keeper/name_pattern.h"

namespace fandump {

using keeper::Operation;
using keeper::Reply;
using keeper::Status;

namespace {

constexpr char kLimitHint[] = "ulimit -n 1024";

[[noreturn]] void Throw(const std::string& what, int error) {
  throw CaptureError("EKEEPER", what + ": " + std::generic_category().message(error), error,
                     error == EMFILE ? kLimitHint : "");
}

// The text in memory that can be handed over as a file.
OwnedFd MemoryFile(const std::string& text) {
  OwnedFd file(memfd_create("fandump-keeper settings", MFD_CLOEXEC));
  if (!file) Throw("starting fandump-keeper: its settings", errno);
  for (size_t done = 0; done < text.size();) {
    const ssize_t count = pwrite(file.get(), text.data() + done, text.size() - done, static_cast<off_t>(done));
    if (count < 0) Throw("starting fandump-keeper: its settings", errno);
    done += static_cast<size_t>(count);
  }
  return file;
}

bool Send(int socket, const void* bytes, size_t length) {
  ssize_t sent;
  do {
    sent = send(socket, bytes, length, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(length);
}

// The texts behind the reply, with a zero behind each.
CaptureError ErrorIn(const std::string& text, int error) {
  std::array<std::string, 3> parts;
  size_t begin = 0;
  for (std::string& part : parts) {
    const size_t end = std::min(text.find('\0', begin), text.size());
    part = text.substr(begin, end - begin);
    begin = std::min(end + 1, text.size());
  }
  return CaptureError(parts[0], parts[1], error, parts[2]);
}

}  // namespace

Keeper::Keeper(keeper::Settings settings) : settings_(std::move(settings)) {
  const OwnedFd texts = MemoryFile(WriteSettings(settings_));
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) Throw("starting fandump-keeper: no pipe", errno);
  reports_ = OwnedFd(ends[0]);
  const OwnedFd written(ends[1]);
  Greet(texts, written);
}

void Keeper::Greet(const OwnedFd& settings, const OwnedFd& reports) {
  uint32_t magic = keeper::kMagic;
  iovec bytes{&magic, sizeof magic};
  DescriptorRoom<2> room;
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  room.Attach({settings.get(), reports.get()}, message);
  Reply reply{};
  if (sendmsg(process_.socket(), &message, MSG_NOSIGNAL) != sizeof magic) Throw("starting fandump-keeper", errno);
  ssize_t length;
  do {
    length = recv(process_.socket(), &reply, sizeof reply, 0);
  } while (length < 0 && errno == EINTR);
  if (length != sizeof reply || reply.magic != keeper::kMagic) {
    throw CaptureError("EKEEPER", "fandump-keeper has ended instead of starting: is it of this version?", 0,
                       "npm run build");
  }
  if (reply.status != Status::kDone) Throw("starting fandump-keeper: giving up rights", reply.error);
}

Keeper::Answer Keeper::Ask(Operation operation, size_t savefile, const std::string& path, bool replaces_own) {
  std::string name;
  if (operation != Operation::kEnd) {
    const size_t folder = keeper::SplitPath(settings_.paths[savefile], settings_.is_timed).folder.size();
    if (path.size() <= folder) throw OpenForWritingError(path, EISDIR);
    name = path.substr(folder);
    if (name.size() > keeper::kMaxNameBytes) throw OpenForWritingError(path, ENAMETOOLONG);
  }
  const keeper::RequestHeader header{keeper::kMagic, operation, static_cast<uint32_t>(savefile),
                                     replaces_own ? 1u : 0u};
  std::string request(reinterpret_cast<const char*>(&header), sizeof header);
  request += name;
  const std::lock_guard<std::mutex> lock(mutex_);
  const bool is_sent = Send(process_.socket(), request.data(), request.size());
  Answer answer;
  std::vector<char> text(keeper::kMaxReplyBytes - sizeof answer.reply);
  iovec bytes[] = {{&answer.reply, sizeof answer.reply}, {text.data(), text.size()}};
  DescriptorRoom<1> room;
  msghdr message{};
  message.msg_iov = bytes;
  message.msg_iovlen = 2;
  room.Offer(message);
  ssize_t length;
  do {
    length = is_sent ? recvmsg(process_.socket(), &message, MSG_CMSG_CLOEXEC) : 0;
  } while (length < 0 && errno == EINTR);
  if (length > 0) {
    if (auto taken = room.Take(message)) answer.file = std::move((*taken)[0]);
  }
  if (length < static_cast<ssize_t>(sizeof answer.reply)) {
    throw CaptureError("EKEEPER", "fandump-keeper has ended: files can no longer be made or named", ECONNRESET);
  }
  answer.text.assign(text.data(), static_cast<size_t>(length) - sizeof answer.reply);
  return answer;
}

int Keeper::RunCommand(size_t savefile, const std::string& path) {
  try {
    return Ask(Operation::kRun, savefile, path, false).reply.error;
  } catch (const CaptureError& error) {
    return error.system_errno();
  }
}

void Keeper::EndCommands() {
  try {
    Ask(Operation::kEnd, 0, "", false);
  } catch (const CaptureError&) {
    // The pipe for what became of commands ends all the same.
  }
}

class KeeperMaker : public SavefileMaker {
 public:
  KeeperMaker(std::shared_ptr<Keeper> keeper, size_t savefile) : keeper_(std::move(keeper)), savefile_(savefile) {}

  const FileRules& rules() const override { return keeper_->settings_.rules; }

  int Make(const std::string& path, bool replaces_own) override {
    Keeper::Answer answer = keeper_->Ask(Operation::kMake, savefile_, path, replaces_own);
    if (answer.reply.status == Status::kForbidden) {
      throw CaptureError("ESAVEFILE_OPEN", path + ": is no name that fandump-keeper makes files of", EPERM,
                         "a name without . or .. as a folder behind the first %");
    }
    if (answer.reply.status != Status::kDone) throw ErrorIn(answer.text, answer.reply.error);
    if (!answer.file) {
      // It was made, but this process has no room for one more descriptor.
      Discard(path);
      throw OpenForWritingError(path, EMFILE);
    }
    return answer.file.Release();
  }
  int Complete(const std::string& path, bool replaces_own) override {
    return ErrnoOf(Operation::kComplete, path, replaces_own);
  }
  int Discard(const std::string& path) override { return ErrnoOf(Operation::kDiscard, path, false); }
  int Delete(const std::string& path) override { return ErrnoOf(Operation::kDelete, path, false); }

  TakenNames Look(const std::string& path) override {
    const uint32_t taken = keeper_->Ask(Operation::kLook, savefile_, path, false).reply.taken;
    return {(taken & keeper::kTakenComplete) != 0, (taken & keeper::kTakenPart) != 0};
  }

 private:
  int ErrnoOf(Operation operation, const std::string& path, bool replaces_own) {
    try {
      return keeper_->Ask(operation, savefile_, path, replaces_own).reply.error;
    } catch (const CaptureError& error) {
      return error.system_errno();
    }
  }

  const std::shared_ptr<Keeper> keeper_;
  const size_t savefile_;
};

std::shared_ptr<SavefileMaker> MakerOf(std::shared_ptr<Keeper> keeper, size_t savefile) {
  return std::make_shared<KeeperMaker>(std::move(keeper), savefile);
}

}  // namespace fandump
