/** Answers about decisions: metadata of deployed ones, and how one was evaluated. */
import type { DecisionResult, EvaluatedDecision } from '../commands/evaluate-decision.ts';
import type { DeployedRequirements } from '../deploy/decisions.ts';
import { resultJson } from '../dmn/index.ts';
import { type Fields, TENANT } from './request.ts';

/** Entries of a deployment's answer: all decisions, then the decision requirements. */
export const decisionMetadata = (deployed: readonly DeployedRequirements[]): Fields[] => [
  ...deployed.flatMap(({ requirements, decisions }) =>
    decisions.map((decision) => ({
      decision: {
        dmnDecisionId: decision.decisionId,
        dmnDecisionName: decision.name,
        version: decision.version,
        decisionKey: decision.key,
        dmnDecisionRequirementsId: requirements.id,
        decisionRequirementsKey: requirements.key,
        tenantId: TENANT,
      },
    })),
  ),
  ...deployed.map(({ requirements }) => ({
    decisionRequirements: {
      dmnDecisionRequirementsId: requirements.id,
      dmnDecisionRequirementsName: requirements.name,
      version: requirements.version,
      decisionRequirementsKey: requirements.key,
      resourceName: requirements.resourceName,
      tenantId: TENANT,
    },
  })),
];

const evaluatedFields = ({ audit, key, version }: EvaluatedDecision): Fields => ({
  decisionKey: key,
  decisionId: audit.id,
  decisionName: audit.name,
  decisionVersion: version,
  decisionType: audit.type,
  decisionOutput: resultJson(audit.value),
  tenantId: TENANT,
  evaluatedInputs: audit.inputs.map(({ inputId, inputName, value }) => ({
    inputId,
    inputName,
    inputValue: resultJson(value),
  })),
  matchedRules: audit.matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
    ruleId,
    ruleIndex,
    evaluatedOutputs: outputs.map(({ outputId, outputName, value }) => ({
      outputId,
      outputName,
      outputValue: resultJson(value),
    })),
  })),
});

/** EvaluateDecisionResponse; a decision that failed is named, its output is empty. */
export function evaluationFields({ decision, evaluation, evaluated, instanceKey }: DecisionResult): Fields {
  const { requirements } = decision;
  const failedId = evaluated.at(-1)?.audit.id ?? decision.decisionId;
  return {
    decisionKey: decision.key,
    decisionId: decision.decisionId,
    decisionName: decision.name,
    decisionVersion: decision.version,
    decisionRequirementsId: requirements.id,
    decisionRequirementsKey: requirements.key,
    decisionInstanceKey: instanceKey,
    tenantId: TENANT,
    evaluatedDecisions: evaluated.map(evaluatedFields),
    ...(evaluation.ok
      ? { decisionOutput: resultJson(evaluation.value), failedDecisionId: '', failureMessage: '' }
      : {
          decisionOutput: '',
          failedDecisionId: failedId,
          failureMessage: `Expected to evaluate decision '${decision.decisionId}', but ${evaluation.failure}`,
        }),
  };
}
