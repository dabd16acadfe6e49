import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "decision-card" || tag === "rubric-card";

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
