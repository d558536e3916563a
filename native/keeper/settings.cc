#include "keeper/settings.h"

#include <charconv>

namespace fandump::keeper {
namespace {

class Writer {
 public:
  void Text(const std::string& text) { (result_ += text) += '\0'; }
  void Number(uint32_t number) { Text(std::to_string(number)); }
  void List(const std::vector<std::string>& texts) {
    Number(static_cast<uint32_t>(texts.size()));
    for (const std::string& text : texts) Text(text);
  }
  std::string Take() { return std::move(result_); }

 private:
  std::string result_;
};

class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  std::string Text() {
    const size_t end = text_.find('\0', at_);
    if (end == std::string::npos) {
      is_whole_ = false;
      return "";
    }
    std::string text = text_.substr(at_, end - at_);
    at_ = end + 1;
    return text;
  }
  uint32_t Number() {
    const std::string text = Text();
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) is_whole_ = false;
    return number;
  }
  bool Flag() { return Number() == 1; }
  std::vector<std::string> List() {
    std::vector<std::string> texts;
    for (uint32_t count = Number(); count > 0 && is_whole_; count--) texts.push_back(Text());
    return texts;
  }
  bool HasReadAll() const { return is_whole_ && at_ == text_.size(); }

 private:
  const std::string& text_;
  size_t at_ = 0;
  bool is_whole_ = true;
};

}  // namespace

std::string WriteSettings(const Settings& settings) {
  Writer writer;
  writer.List(settings.paths);
  writer.Number(settings.is_timed);
  writer.Number(settings.ring_files);
  writer.Number(settings.rules.part);
  writer.Number(settings.rules.force);
  writer.Number(settings.rules.owner.has_value());
  writer.Number(settings.rules.owner ? settings.rules.owner->user : 0);
  writer.Number(settings.rules.owner ? settings.rules.owner->group : 0);
  writer.List(settings.command.words);
  writer.List(settings.command.environment);
  writer.Number(settings.command.jobs);
  writer.Number(settings.user.has_value());
  writer.Number(settings.user ? settings.user->user : 0);
  writer.Number(settings.user ? settings.user->group : 0);
  writer.Number(settings.keeps_rights);
  return writer.Take();
}

std::optional<Settings> ReadSettings(const std::string& text) {
  Reader reader(text);
  Settings settings;
  settings.paths = reader.List();
  settings.is_timed = reader.Flag();
  settings.ring_files = reader.Number();
  settings.rules.part = reader.Flag();
  settings.rules.force = reader.Flag();
  settings.rules.only_own_links = true;
  const bool has_owner = reader.Flag();
  const FileOwner owner{reader.Number(), reader.Number()};
  if (has_owner) settings.rules.owner = owner;
  settings.command.words = reader.List();
  settings.command.environment = reader.List();
  settings.command.jobs = reader.Number();
  const bool has_user = reader.Flag();
  const CommandUser user{reader.Number(), reader.Number()};
  if (has_user) settings.user = user;
  settings.keeps_rights = reader.Flag();
  if (!reader.HasReadAll()) return std::nullopt;
  return settings;
}

}  // namespace fandump::keeper
