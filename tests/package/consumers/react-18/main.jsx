import "decision-card/define";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Uncontrolled() {
  return <decision-card />;
}

/** React 18 sets attributes and hears no custom events, so both go by a ref. */
function useCard(answers, type, listener) {
  const card = useRef(null);
  useEffect(() => {
    card.current.answers = answers;
  });
  useEffect(() => {
    const { current } = card;
    current.addEventListener(type, listener);
    return () => current.removeEventListener(type, listener);
  });
  return card;
}

/** The answers are the page's, which gives them back with each rendering. */
function Controlled() {
  const [answers, setAnswers] = useState({});
  const take = ({ detail }) => setAnswers((before) => ({ ...before, [detail.question]: detail.choice }));
  return <decision-card ref={useCard(answers, "dc-answer", take)} />;
}

/** A new object with each rendering, and a rendering with each step. */
function Literal() {
  const [steps, setSteps] = useState(0);
  const card = useCard({}, "dc-step", () => setSteps((count) => count + 1));
  return <decision-card ref={card} data-steps={steps} />;
}

const PAGES = { "?uncontrolled": Uncontrolled, "?controlled": Controlled, "?literal": Literal };
const Page = PAGES[location.search];
createRoot(document.getElementById("app")).render(<Page />);
