/** Decision services as functions: input data, then input decisions are the parameters, output decisions the result. Zeebe 8.5 refuses them. */
import type { XmlElement } from '../deploy/xml.ts';
import { context, type Value } from '../feel/values.ts';
import { evaluateIn } from './evaluate.ts';
import type { Decision, KnowledgeModel, Logic, Parameter } from './model.ts';
import { attribute, child, children, hrefId } from './xml.ts';

interface Elements {
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Known once the whole file has been read. */
  readonly decisionOf: (id: string) => Decision | undefined;
}

const parameterOf = (element: XmlElement): Parameter => {
  const variable = child(element, 'variable');
  return {
    name: attribute(variable, 'name') ?? attribute(element, 'name') ?? '',
    type: attribute(variable, 'typeRef'),
  };
};

/** A service in the place of a knowledge model. */
export function readService(element: XmlElement, { byId, decisionOf }: Elements): KnowledgeModel {
  const ids = (name: string): string[] => children(element, name).map(hrefId);
  const parameters = [...ids('inputData'), ...ids('inputDecision')].flatMap((id) => {
    const found = byId.get(id);
    return found ? [parameterOf(found)] : [];
  });
  const given = new Set(ids('inputDecision'));
  const logic: Logic = (scope, run) => {
    const results = ids('outputDecision').flatMap((id): [string, Value][] => {
      const decision = decisionOf(id);
      return decision ? [[decision.resultName, evaluateIn(decision, scope, run, given)]] : [];
    });
    const [first] = results;
    return first && results.length === 1 ? first[1] : context(new Map(results));
  };
  return {
    id: attribute(element, 'id') ?? '',
    name: attribute(element, 'name') ?? '',
    type: 'UNKNOWN',
    parameters,
    logic,
    knowledge: [],
  };
}
