// Which names the file keeper may be asked for.
#include <sys/resource.h>

#include "check.h"
#include "keeper/command_words.h"
#include "keeper/name_pattern.h"
#include "keeper/protocol.h"
#include "keeper/settings.h"

using fandump::keeper::NamePattern;
using fandump::keeper::SplitPath;
using fandump::keeper::WordsForFile;

namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += "[" + word + "]";
  return joined;
}

bool Matches(std::string_view pattern, std::string_view name) { return NamePattern(pattern, true, true).Matches(name); }

}  // namespace

TEST(the_folder_of_savefiles_is_what_stands_literally_before_the_last_slash) {
  const auto split = [](const char* path, bool is_timed) {
    const auto [folder, pattern] = SplitPath(path, is_timed);
    return folder + "|" + pattern;
  };
  CHECK_EQ(split("x.pcap", true), std::string("|x.pcap"));
  CHECK_EQ(split("/var/cap/x-%H.pcap", true), std::string("/var/cap/|x-%H.pcap"));
  CHECK_EQ(split("/var/%Y/%m/x", true), std::string("/var/|%Y/%m/x"));
  CHECK_EQ(split("%Y/x", true), std::string("|%Y/x"));
  CHECK_EQ(split("/var/%Y/x", false), std::string("/var/%Y/|x"));
  CHECK_EQ(split("/x", false), std::string("/|x"));
}

TEST(names_are_those_that_times_and_numbers_can_make_of_the_path) {
  CHECK(Matches("x.pcap", "x.pcap"));
  CHECK(Matches("x.pcap", "x.pcap12"));
  CHECK(Matches("x.pcap", "x.pcap12.3"));
  CHECK(Matches("x.pcap", "x.pcap.3"));
  CHECK(Matches("x-%Y%m%d.pcap", "x-20261121.pcap"));
  CHECK(Matches("x-%-d_%06Ey%%.%s", "x-7_abc%.1"));
  CHECK(Matches("%Y/%m/x", "2026/11/x07"));
  CHECK(Matches("%D", "11/21/26"));
  CHECK(Matches("100%", "100%"));
  CHECK(NamePattern("x%d", false, false).Matches("x%d"));
}

TEST(other_names_are_none) {
  for (const char* name :
       {"x.pca", "y.pcap", "x.pcap.", "x.pcapa", "x.pcap1.", "x.pcap.1.2", "x.pcap.part", "ax.pcap"}) {
    if (Matches("x.pcap", name)) fandump::test::Fail(__FILE__, __LINE__, name);
  }
  CHECK(!NamePattern("x", false, false).Matches("x1"));
  CHECK(!NamePattern("x", false, false).Matches("x.1"));
  CHECK(!NamePattern("x%d", false, true).Matches("x7"));
}

TEST(no_name_leads_out_of_its_folder) {
  for (const char* name : {"/x", "../x", "a/../x", "a/..", "..", ".", "./x", "a/./x", "a//x", "a/", ""}) {
    for (const char* pattern : {"%Y/x", "%Y", "%Y/%m/x", "%Y/%m", "%c/%c/%c", ""}) {
      if (Matches(pattern, name)) fandump::test::Fail(__FILE__, __LINE__, std::string(pattern) + " " + name);
    }
  }
  CHECK(!Matches("%Y", "a/b"));
}

TEST(a_long_name_takes_no_long_time) {
  const NamePattern pattern(std::string(2000, 'a').insert(0, "%Y%Y%Y%Y%Y%Y%Y%Y%Y%Y"), true, true);
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  CHECK(!pattern.Matches(std::string(4000, 'a') + "b"));
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_utime.tv_sec - before.ru_utime.tv_sec < 5);
}

TEST(a_command_has_the_file_behind_it_or_in_every_place_of_its_mark) {
  CHECK_EQ(Joined(WordsForFile({"gzip", "-9"}, "a b")), std::string("[gzip][-9][a b]"));
  CHECK_EQ(Joined(WordsForFile({"mv", "{}", "{}.{}"}, "a")), std::string("[mv][a][a.a]"));
  CHECK_EQ(Joined(WordsForFile({"{}", "x"}, "a")), std::string("[{}][x][a]"));
  CHECK_EQ(Joined(WordsForFile({"cat", "{}"}, "{}{}")), std::string("[cat][{}{}]"));
  CHECK_EQ(Joined(WordsForFile({"rm"}, "-rf")), std::string("[rm][./-rf]"));
}

TEST(keeper_settings_are_read_as_they_were_written) {
  fandump::keeper::Settings settings;
  settings.paths = {"a b", "/c/%w"};
  settings.is_timed = true;
  settings.ring_files = 7;
  settings.rules = {true, true, true, fandump::FileOwner{1, 2}};
  settings.command = {{"gzip", ""}, {"A=b", "C="}, 3};
  settings.user = {4, 5};
  settings.keeps_rights = true;
  const std::string text = WriteSettings(settings);
  const auto read = fandump::keeper::ReadSettings(text);
  CHECK(read.has_value());
  CHECK_EQ(WriteSettings(*read), text);
  CHECK_EQ(read->rules.owner->group, 2u);
  CHECK_EQ(read->command.environment[1], std::string("C="));
  for (size_t length = 0; length < text.size(); length++) {
    CHECK(!fandump::keeper::ReadSettings(text.substr(0, length)));
  }
  CHECK(!fandump::keeper::ReadSettings(text + "x"));
}
