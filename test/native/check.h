// A test runner in one page: TEST registers a function, CHECK records a failure and goes on, main() counts.
#pragma once

#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace fandump::test {

struct Case {
  const char* name;
  void (*body)();
};

std::vector<Case>& Cases();
void Fail(const char* file, int line, const std::string& what);
// Ends the running test as skipped, with the reason.
[[noreturn]] void Skip(const std::string& reason);

// For tests that signal every thread, or make a user namespace.
inline void SkipUnderThreadSanitizer() {
#ifdef __SANITIZE_THREAD__
  Skip("ThreadSanitizer has a thread of its own, which takes no signals and stands in the way of a user namespace");
#endif
}

struct Registration {
  Registration(const char* name, void (*body)()) { Cases().push_back({name, body}); }
};

template <typename A, typename B>
void CheckEqual(const char* file, int line, const char* text, const A& actual, const B& expected) {
  if (actual == expected) return;
  std::ostringstream what;
  what << text << ": got " << +actual << ", expected " << +expected;
  Fail(file, line, what.str());
}

inline void CheckEqual(const char* file, int line, const char* text, const std::string& actual,
                       const std::string& expected) {
  if (actual == expected) return;
  Fail(file, line, std::string(text) + ": got \"" + actual + "\", expected \"" + expected + "\"");
}

}  // namespace fandump::test

#define TEST(name)                                                              \
  static void test_##name();                                                    \
  static const fandump::test::Registration register_##name(#name, test_##name); \
  static void test_##name()
#define CHECK(condition)                                                   \
  do {                                                                     \
    if (!(condition)) fandump::test::Fail(__FILE__, __LINE__, #condition); \
  } while (false)
#define CHECK_EQ(actual, expected) fandump::test::CheckEqual(__FILE__, __LINE__, #actual, actual, expected)
