import { finding, type Check } from './findings.js';
import { keysAt, listAt, valueAt, type FieldPath } from './paths.js';

const diligence: FieldPath = ['questionnaires', 'due_diligence'];

function questionPaths(content: unknown): FieldPath[] {
  const lists: FieldPath[] = [
    ...keysAt(content, ['questionnaires']).map(form => ['questionnaires', form]),
    ['questionnaires', 'survey', 'questions'],
  ];
  return lists.flatMap(list => listAt(content, list).map((_, index) => [...list, index]));
}

/** A choice needs its list, and nothing else may have one: a list nobody can pick from is a slip. */
const choices: Check = content =>
  questionPaths(content).flatMap(path => {
    const kind = valueAt(content, [...path, 'kind']);
    const listed = valueAt(content, [...path, 'choices']) !== undefined;
    if (kind === 'choice' && !listed) {
      return [
        finding([...path, 'kind'], 'la liste choices, puisque la réponse est un choix', 'the list choices, since the answer is a choice'),
      ];
    }
    if (typeof kind === 'string' && kind !== 'choice' && listed) {
      return [finding([...path, 'choices'], 'kind: choice, ou pas de liste choices', 'kind: choice, or no list choices', 'key')];
    }
    return [];
  });

const lineCodes = (content: unknown): unknown[] => listAt(content, ['lines', 'items']).map(item => valueAt(item, ['code']));

const unknownLine: Check = content => {
  const known = lineCodes(content);
  return listAt(content, diligence).flatMap((question, index) => {
    const asked = valueAt(question, ['about', 'line']);
    if (typeof asked !== 'string' || known.includes(asked)) return [];
    const path = [...diligence, index, 'about', 'line'];
    return [finding(path, 'une ligne rouge ou orange de cette charte', 'a red or orange line of this charter')];
  });
};

/** The form of verification is built from the lines (S-02): a line nobody asks about is never found. */
const lineWithoutQuestion: Check = content => {
  const asked = listAt(content, diligence).map(question => valueAt(question, ['about', 'line']));
  return lineCodes(content).flatMap((line, index) =>
    typeof line !== 'string' || asked.includes(line)
      ? []
      : [
          finding(
            ['lines', 'items', index, 'code'],
            'au moins une question de questionnaires.due_diligence sur cette ligne (S-02)',
            'at least one question of questionnaires.due_diligence about this line (S-02)',
          ),
        ],
  );
};

const stageThemes: Check = content => {
  const themes = listAt(content, ['questionnaires', 'stage_reflection']).map(question => valueAt(question, ['theme']));
  return listAt(content, ['switches', 'stage_questions', 'value']).flatMap((theme, index) =>
    typeof theme !== 'string' || themes.includes(theme)
      ? []
      : [
          finding(
            ['switches', 'stage_questions', 'value', index],
            'un thème (theme) d’une question de questionnaires.stage_reflection',
            'a theme of a question of questionnaires.stage_reflection',
          ),
        ],
  );
};

/** Equity holds whatever the relation: no type, level or occasion switches its questions off (ALE-43). */
const equityForAll: Check = content =>
  listAt(content, ['questionnaires', 'annual_review']).flatMap((question, index) =>
    valueAt(question, ['equity']) !== true
      ? []
      : ['types', 'asked_when']
          .filter(key => valueAt(question, [key]) !== undefined && valueAt(question, [key]) !== 'all')
          .map(key =>
            finding(
              ['questionnaires', 'annual_review', index, key],
              'rien ici : une question d’équité est posée à tous les types et à tous les niveaux (ALE-43)',
              'nothing here: a question of equity is put to all types and at all levels (ALE-43)',
              'key',
            ),
          ),
  );

export const questionContradictions: readonly Check[] = [equityForAll, choices, unknownLine, lineWithoutQuestion, stageThemes];
