import "decision-card/define";
