/** Stands in for `proofs.ts` in the build without proofs: a result shows what its verdict says, and no more. */
import type * as proofs from "./index.js";

const none = (): null => null;

const absent: typeof proofs = {
  PROOFS: false,
  TRIAL_ID: "trial",
  changesFold: none,
  proofFolds: none as never,
  compareView: none as never,
  costsView: none,
  trialView: none as never,
  loadCostPicture: () => Promise.reject(new Error("no cost picture in this build")),
};

export const { PROOFS, TRIAL_ID, changesFold, proofFolds, compareView, costsView, trialView, loadCostPicture } = absent;
