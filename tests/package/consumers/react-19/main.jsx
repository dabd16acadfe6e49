import "decision-card/define";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Uncontrolled() {
  return <decision-card />;
}

/** The answers are the page's, which gives them back with each rendering. */
function Controlled() {
  const [answers, setAnswers] = useState({});
  const take = ({ detail }) => setAnswers((before) => ({ ...before, [detail.question]: detail.choice }));
  return <decision-card answers={answers} ondc-answer={take} />;
}

/** A new object with each rendering, and a rendering with each step. */
function Literal() {
  const [steps, setSteps] = useState(0);
  return <decision-card answers={{}} data-steps={steps} ondc-step={() => setSteps((count) => count + 1)} />;
}

const PAGES = { "?uncontrolled": Uncontrolled, "?controlled": Controlled, "?literal": Literal };
const Page = PAGES[location.search];
createRoot(document.getElementById("app")).render(<Page />);
