export { evaluateTemplates, type TemplateEvaluation, type TemplateEvaluationOptions } from './evaluate.ts';
export { type LabelledPage, linksOf, type ScoredLink, type TemplateTools } from './links.ts';
