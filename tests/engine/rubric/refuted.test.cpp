// SPDX-License-Identifier: MIT
// The packs themselves: what they say against a misconception must not be taken for it, nor the opposite of a point for
// the point. Three of the four have no patterns.
#include <doctest/doctest.h>

#include <map>

#include "decision_card/grade.hpp"
#include "support/support.hpp"

using namespace decision_card;

namespace {

constexpr const char* packs[] = {"rag-vs-fine-tuning", "sql-or-nosql", "monolith-or-microservices",
                                 "agent-workflow-or-single-call"};

struct Opened {
  Pack pack;
  std::shared_ptr<const Grader> grader;
};

const Opened& opened(const std::string& id) {
  static std::map<std::string, Opened> all;
  const auto known = all.find(id);
  if (known != all.end()) return known->second;
  const Pack pack = tests::open(tests::pack_text(id, "rubric"));
  return all.emplace(id, Opened{pack, make_grader(pack)}).first->second;
}

bool has_misconception(const std::string& pack, const std::string& text, std::string_view id) {
  const Opened& it = opened(pack);
  for (const MisconceptionGrade& entry : grade(*it.grader, text).misconceptions) {
    if (it.pack.rubric().misconceptions[entry.index].id == id) return true;
  }
  return false;
}

std::size_t misconceptions(const std::string& pack, const std::string& text) {
  return grade(*opened(pack).grader, text).misconceptions.size();
}

bool earns(const std::string& pack, const std::string& text, std::string_view id) {
  const Opened& it = opened(pack);
  const auto criteria = it.pack.rubric().criteria_of(std::nullopt);
  const Grade result = grade(*it.grader, text);
  for (std::size_t k = 0; k < criteria.size(); ++k) {
    if (criteria[k].id == id) return result.criteria[k].level > 0;
  }
  return false;
}

}  // namespace

TEST_CASE("what a pack says to correct a misconception has none") {
  for (const std::string id : packs) {
    for (const Misconception& misconception : opened(id).pack.rubric().misconceptions) {
      CAPTURE(id);
      CAPTURE(misconception.correction);
      CHECK(misconceptions(id, std::string(misconception.correction)) == 0);
    }
  }
}

TEST_CASE("a sentence that refutes a misconception does not have it, and the misconception still counts") {
  struct Case {
    const char* pack;
    const char* id;
    std::string wrong;
    std::vector<std::string> right;
  };
  const Case cases[] = {
      {"monolith-or-microservices",
       "monolith_cant_scale",
       "A monolith can't scale.",
       {"A monolith can scale.", "A monolith can scale horizontally.", "It is not true that a monolith can't scale."}},
      {"monolith-or-microservices",
       "services_faster",
       "Microservices are faster than a monolith.",
       {"Microservices are not faster than a monolith.", "Microservices are no faster than a monolith.",
        "I doubt microservices are faster than a monolith."}},
      {"monolith-or-microservices",
       "shared_db_fine",
       "All services can use the same database.",
       {"Services should never use the same database.", "Services must not share one database."}},
      {"sql-or-nosql",
       "sql_cant_scale",
       "Relational databases don't scale.",
       {"Relational databases scale.", "Relational databases do scale.", "Relational databases can scale very far."}},
      {"sql-or-nosql",
       "nosql_faster",
       "NoSQL databases are faster than SQL databases.",
       {"NoSQL databases are not faster than SQL databases.", "NoSQL is not always faster."}},
      {"sql-or-nosql",
       "nosql_no_transactions",
       "NoSQL doesn't support transactions.",
       {"NoSQL does support transactions.", "NoSQL databases support transactions."}},
      {"agent-workflow-or-single-call",
       "agent_always_better",
       "I would always build an agent.",
       {"I would not always build an agent.", "An agent is not always better."}},
      {"agent-workflow-or-single-call",
       "framework_needed",
       "You can't build an agent without LangChain.",
       {"You can build an agent without LangChain.", "You don't need a framework to build an agent."}},
      {"rag-vs-fine-tuning",
       "rag_eliminates_hallucination",
       "RAG eliminates hallucination.",
       {"RAG does not end hallucination.", "RAG does not eliminate hallucination.",
        "RAG never ends hallucinations completely."}},
      {"rag-vs-fine-tuning",
       "ft_keeps_fresh",
       "Fine-tuning keeps the model's knowledge up to date.",
       {"Fine-tuning does not keep the model's knowledge up to date."}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.wrong);
    CHECK(has_misconception(each.pack, each.wrong, each.id));
    for (const std::string& right : each.right) {
      CAPTURE(right);
      CHECK_FALSE(has_misconception(each.pack, right, each.id));
    }
  }
}

TEST_CASE("the opposite of a point does not earn it") {
  struct Case {
    const char* pack;
    const char* id;
    std::string point;
    std::vector<std::string> opposite;
  };
  const Case cases[] = {
      {"sql-or-nosql",
       "transactions",
       "A relational database is right for payments.",
       {"A relational database is wrong for payments.", "A relational database is not right for payments.",
        "A relational database is unsuitable for payments.", "A relational database is a bad choice for payments."}},
      {"agent-workflow-or-single-call",
       "known_steps",
       "I take a workflow when the steps are known beforehand.",
       {"I would never take a workflow when the steps are known beforehand."}},
      {"agent-workflow-or-single-call",
       "cost_latency",
       "Agents are slow and expensive.",
       {"Agents are not slow and not expensive.", "Agents are neither slow nor expensive."}},
      {"monolith-or-microservices",
       "own_data",
       "Each service keeps its own data.",
       {"A service should not keep its own data."}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.point);
    CHECK(earns(each.pack, each.point, each.id));
    for (const std::string& opposite : each.opposite) {
      CAPTURE(opposite);
      CHECK_FALSE(earns(each.pack, opposite, each.id));
    }
  }
}

TEST_CASE("a bare question earns and costs nothing") {
  for (const auto& asked : std::initializer_list<std::pair<const char*, const char*>>{
           {"sql-or-nosql", "Is NoSQL faster than SQL?"},
           {"sql-or-nosql", "Should I take a relational database for payments?"},
           {"sql-or-nosql", "SQL or NoSQL?"},
           {"monolith-or-microservices", "Can a monolith scale?"},
           {"monolith-or-microservices", "When would you split a monolith into microservices?"},
           {"agent-workflow-or-single-call",
            "When would you build an agent, and when a workflow or a single call to a model?"},
           {"agent-workflow-or-single-call", "Are agents slow and expensive?"},
           {"rag-vs-fine-tuning", "Does RAG eliminate hallucination?"}}) {
    CAPTURE(asked.second);
    const Grade result = grade(*opened(asked.first).grader, asked.second);
    CHECK(result.total == 0);
    CHECK(result.misconceptions.empty());
  }
}
