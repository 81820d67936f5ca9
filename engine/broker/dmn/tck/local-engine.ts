/** This broker's DMN room without a broker around it. */
import { parseDocument } from '../../feel/index.ts';
import { evaluateDecision, parseDmn, resultJson } from '../index.ts';
import type { Engine } from './run.ts';

export const localEngine: Engine = {
  async deploy(_name, content) {
    const parsed = parseDmn(content);
    if (!parsed.ok) return parsed.message;
    return {
      async evaluate(decisionId, variables) {
        const decision = parsed.graph.byId.get(decisionId);
        if (!decision) return { refused: `${decisionId} was not deployed` };
        const document = parseDocument(variables);
        const result = evaluateDecision(
          decision,
          (name) => document.get(name),
          () => new Date(),
        );
        return result.ok ? { output: resultJson(result.value) } : { failure: result.failure };
      },
    };
  },
  close: async () => undefined,
};
