module.exports = {
  testEnvironment: "jsdom",
  setupFiles: ["./setup.cjs"],
  transformIgnorePatterns: ["node_modules/(?!decision-card)"],
};
