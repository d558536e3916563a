// Requests to fandump-keeper, by a fandump that others have taken over. Input: flags, the number of a path of -w, then
// requests: two bytes of length, so many bytes. What the kernel really makes of them is looked at: nothing but files of
// the path's names comes into being, and whatever was there stays as it is.
#include <stdlib.h>
#include <sys/stat.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "input.h"
#include "keeper/file_server.h"
#include "keeper_model.h"

using namespace fandump;
using fandump::fuzz::Require;
using keeper::Operation;
using keeper::Status;

namespace fs = std::filesystem;

namespace {

constexpr uint8_t kRotates = 1, kForce = 2, kRing = 4;
constexpr const char* kPaths[] = {"in/x", "in/x-%H%M", "in/%Y/x", "in/%d%%", "in/%D"};
constexpr const char* kForeign[] = {"in/foreign", "outside", "in/folder/foreign", "in/link"};

// A folder with files of others.
class Playground {
 public:
  Playground() {
    char name[] = "/dev/shm/fandump-fuzz-XXXXXX";
    Require(mkdtemp(name) != nullptr, "a folder can be made");
    folder_ = name;
    for (const char* folder : {"in/folder", "in/2026", "in/11/21"}) fs::create_directories(folder_ / folder);
    for (const char* path : {"in/foreign", "outside", "in/folder/foreign"}) std::ofstream(folder_ / path) << "foreign";
    fs::create_symlink("../outside", folder_ / "in/link");
  }
  ~Playground() { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ / name; }

  // Deletes what was made, and looks at the rest.
  void Check(const fuzz::NameModel& model) const {
    for (const char* path : kForeign) Require(fs::file_size(folder_ / path) == 7, "files of others stay as they are");
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder_)) {
      if (entry.is_directory() || IsForeign(entry.path())) continue;
      std::string name = entry.path();
      if (name.ends_with(".part")) name.resize(name.size() - std::strlen(".part"));
      Require(model.Allows(name), "files have names of the savefile");
      made_.push_back(entry.path());
    }
    for (const fs::path& path : made_) fs::remove(path);
    made_.clear();
  }

 private:
  bool IsForeign(const fs::path& path) const {
    for (const char* foreign : kForeign) {
      if (path == folder_ / foreign) return true;
    }
    return false;
  }

  fs::path folder_;
  mutable std::vector<fs::path> made_;
};

keeper::Settings SettingsOf(uint8_t flags, const std::string& path) {
  keeper::Settings settings;
  settings.paths = {path};
  settings.is_timed = path.find('%') != std::string::npos;
  settings.rules.part = (flags & kRotates) != 0;
  // Whoever gives --force has files of these names written over, and foreign is such a name where anything is.
  settings.rules.force = (flags & kForce) != 0 && !settings.is_timed;
  settings.rules.only_own_links = true;
  settings.ring_files = (flags & kRing) != 0 ? 2 : 0;
  return settings;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Playground playground;
  fuzz::Input input(data, size);
  const uint8_t flags = input.U8();
  const std::string path = playground.Path(kPaths[input.U8() % std::size(kPaths)]);
  const keeper::Settings settings = SettingsOf(flags, path);
  const fuzz::NameModel model(path, settings.is_timed, settings.rules.part);
  std::vector<std::string> ran;
  {
    keeper::FileServer server(settings, [&ran](const std::string& file) {
      ran.push_back(file);
      return 0;
    });
    for (int count = 0; input.size() > 0 && count < 32; count++) {
      const std::vector<uint8_t> message = input.Bytes(input.U16() % (keeper::kMaxRequestBytes + 2));
      keeper::Request request;
      if (!ReadRequest(message.data(), message.size(), request)) break;
      if (request.operation == Operation::kEnd) continue;
      const keeper::Answer answer = server.Serve(request);
      Require(answer.text.size() <= keeper::kMaxReplyBytes - sizeof answer.reply, "a reply of its length");
      Require(!answer.file || (request.operation == Operation::kMake && answer.reply.status == Status::kDone),
              "a file comes when one was made");
      const std::string file = playground.Path("in/" + std::string(request.name));
      Require(answer.reply.status == Status::kForbidden || model.Allows(file), "other names are forbidden");
    }
  }
  for (const std::string& file : ran) Require(model.Allows(file), "commands are run for files of these names");
  playground.Check(model);
  return 0;
}
