/** What an author begins with: a pack that is whole, small, and shows each part once. */
import { written } from "./edits.js";

const SOURCES = [{ id: "own", title: "Our own notes" }];

const DECISION = {
  format: 1,
  id: "lunch",
  version: "1.0.0",
  language: "en",
  title: "Soup or salad?",
  sources: SOURCES,
  decision: {
    question: "Soup or salad?",
    questions: [
      {
        id: "weather",
        text: "What is the weather like?",
        choices: [
          { id: "cold", text: "Cold" },
          { id: "hot", text: "Hot" },
        ],
      },
      {
        id: "minutes",
        text: "How long do you have?",
        why: "Soup takes time to heat.",
        changeable: true,
        choices: [
          { id: "five", text: "Five minutes", value: 5 },
          { id: "thirty", text: "Half an hour", value: 30 },
        ],
      },
    ],
    alternatives: [
      { id: "soup", name: "Soup" },
      { id: "salad", name: "Salad" },
    ],
    rules: [
      {
        id: "warmth",
        when: { "==": [{ var: "weather" }, "cold"] },
        points: { soup: 3 },
        because: "A hot meal warms you.",
        sources: ["own"],
      },
      {
        id: "hurry",
        when: { "<": [{ var: "minutes" }, 10] },
        points: { salad: 2 },
        because: "A salad needs no heating.",
        sources: ["own"],
      },
    ],
    gates: [
      {
        id: "time",
        text: "There is time to heat it",
        when: { ">=": [{ var: "minutes" }, 10] },
        pass: "Half an hour is enough.",
        fail: "Five minutes is too short.",
        sources: ["own"],
      },
    ],
    recommendations: [
      {
        id: "soup",
        title: "Have the soup",
        summary: "It is cold and there is time.",
        alternatives: ["soup"],
        when: {
          and: [{ ">": [{ var: "score.soup" }, { var: "score.salad" }] }, { "!=": [{ var: "gate.time" }, "fail"] }],
        },
        sources: ["own"],
      },
      { id: "salad", title: "Have the salad", summary: "Quick and fresh.", alternatives: ["salad"], sources: ["own"] },
    ],
    cases: [{ id: "winter", answers: { weather: "cold", minutes: "thirty" }, expect: "soup" }],
  },
};

const RUBRIC = {
  format: 1,
  id: "lunch-answer",
  version: "1.0.0",
  language: "en",
  title: "Explain soup or salad",
  sources: SOURCES,
  rubric: {
    question: "When would you choose soup over salad?",
    lexicon: { warm: "warm, warms, hot", cold: "cold, winter" },
    levels: [{ id: "named", title: "Named", points: 1 }],
    criteria: [
      {
        id: "warmth",
        title: "Soup warms in cold weather",
        model: "Soup keeps you warm when it is cold.",
        hint: "What does the weather have to do with it?",
        patterns: [{ has: ["warm", "cold"] }],
        sources: ["own"],
      },
    ],
    bands: [
      { id: "good", title: "That's it", text: "You named what decides.", least: 1 },
      { id: "start", title: "A start", text: "Say what the weather has to do with it.", least: 0 },
      { id: "off_topic", title: "About something else", text: "Begin with a day on which you would choose soup." },
    ],
    samples: [{ id: "full", text: "Soup keeps you warm when it is cold.", criteria: ["warmth"], band: "good" }],
  },
};

export const STARTS = {
  decision: { title: "A decision", text: `${written(DECISION, "")}\n` },
  rubric: { title: "A rubric", text: `${written(RUBRIC, "")}\n` },
} as const;
