// The command of -z for one file.
#pragma once

#include <string>
#include <vector>

namespace fandump::keeper {

// The words with the file in every place of {}, but the first, or behind them where there is none.
std::vector<std::string> WordsForFile(const std::vector<std::string>& words, const std::string& file);

}  // namespace fandump::keeper
