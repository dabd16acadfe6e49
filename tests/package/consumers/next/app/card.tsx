"use client";
import "decision-card/define";
import type {} from "decision-card/react";
import type { Answers, DecisionCard, DecisionCardEventMap } from "decision-card";
import { useEffect, useRef, useState } from "react";

/** Hydration sets neither properties nor listeners of a custom element (React's limit), so both go by a ref. */
export function Card() {
  const card = useRef<DecisionCard>(null);
  const [answers, setAnswers] = useState<Answers>({});
  useEffect(() => {
    card.current!.answers = answers;
  }, [answers]);
  useEffect(() => {
    const { current } = card;
    const take = ({ detail }: DecisionCardEventMap["dc-answer"]) =>
      setAnswers((before) => ({ ...before, [detail.question]: detail.choice }));
    current!.addEventListener("dc-answer", take);
    return () => current!.removeEventListener("dc-answer", take);
  }, []);
  return (
    <decision-card ref={card}>
      <p>Fallback</p>
    </decision-card>
  );
}
