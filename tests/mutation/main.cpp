// SPDX-License-Identifier: MIT
// The doctest suite around an engine that holds mutants, of which one at a time is switched on (run.mjs builds it).
//
//   reach          prints, for each test case by itself: CPU milliseconds, file, name, and the mutants that it comes by
//   run < plan     a line is "MUTANT SECONDS TEST TEST …"; prints whether one of these tests notices, and which
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "mutant.hpp"

unsigned char dc_reached[dc_most_mutants];
int dc_active = -1;

namespace {

struct TestCase {
  std::string name, file;
};
std::vector<TestCase> all;

/// Takes the names of all test cases, where doctest lists them.
struct Names : doctest::IReporter {
  explicit Names(const doctest::ContextOptions&) {}
  void report_query(const doctest::QueryData& query) override {
    for (unsigned k = 0; k < query.num_data; ++k) all.push_back({query.data[k]->m_name, query.data[k]->m_file.c_str()});
  }
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_REPORTER("names", 1, Names);

void list_tests() {
  const char* words[] = {"", "--list-test-cases", "--reporters=names"};
  doctest::Context(3, words).run();
}

/// As a filter: a comma would begin another one.
std::string filter(const std::string& name) {
  std::string text;
  for (const char c : name) text += c == ',' ? "\\," : c == '\\' ? "\\\\" : std::string(1, c);
  return text;
}

bool passes(const TestCase& test) {
  doctest::Context context;
  context.setOption("test-case", filter(test.name).c_str());
  context.setOption("abort-after", 1);
  context.setOption("no-version", true);
  context.setOption("no-intro", true);
  context.setOption("reporters", "names");
  return context.run() == 0;
}

/// In a process of its own: a mutant may do anything.
template <class Work>
int apart(rlim_t seconds, const Work& work) {
  std::cout.flush();
  const pid_t child = fork();
  if (child == 0) {
    const rlimit time{seconds, seconds}, memory{rlim_t{4} << 30, rlim_t{4} << 30};
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
    _exit(work());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

void quiet() {
  if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(3);
}

int reach() {
  for (std::size_t k = 0; k < all.size(); ++k) {
    const int status = apart(600, [&] {
      const std::clock_t start = std::clock();
      const bool passed = passes(all[k]);
      std::cout << k << '\t' << (std::clock() - start) * 1000 / CLOCKS_PER_SEC << '\t' << passed << '\t' << all[k].file
                << '\t' << all[k].name << '\t';
      for (int mutant = 0; mutant < dc_most_mutants; ++mutant) {
        if (dc_reached[mutant] != 0) std::cout << mutant << ' ';
      }
      std::cout << std::endl;
      return 0;
    });
    if (status != 0) return 1;
  }
  return 0;
}

/// 0: no test notices; 1: the test noticed whose number is written into the pipe.
int tried(int mutant, const std::vector<std::size_t>& tests, int noticed) {
  quiet();
  dc_active = mutant;
  for (const std::size_t test : tests) {
    if (write(noticed, &test, sizeof test) != sizeof test) return 3;
    if (!passes(all[test])) return 1;
  }
  return 0;
}

void run_line(const std::string& line) {
  std::istringstream words(line);
  int mutant = 0, pipes[2];
  rlim_t seconds = 0;
  std::vector<std::size_t> tests;
  words >> mutant >> seconds;
  for (std::size_t test = 0; words >> test;) tests.push_back(test);
  if (pipe(pipes) != 0) std::abort();
  const int status = apart(seconds, [&] { return tried(mutant, tests, pipes[1]); });
  close(pipes[1]);
  std::size_t last = 0;
  for (std::size_t test = 0; read(pipes[0], &test, sizeof test) == sizeof test;) last = test;
  close(pipes[0]);
  const bool slow = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
  const char* how = status == 0 ? "lives" : slow ? "time" : WIFSIGNALED(status) ? "crash" : "test";
  std::cout << mutant << '\t' << how << '\t' << (all.empty() ? "" : all[last].name) << std::endl;
}

}  // namespace

int main(int count, char** words) {
  list_tests();
  if (count == 2 && std::string(words[1]) == "reach") return reach();
  for (std::string line; std::getline(std::cin, line);) run_line(line);
  return 0;
}
