import {
  FEATURE_GROUPS,
  type FeatureGroup,
  judgeUrl,
  type Link,
  linkEvidence,
  linkProbability,
  type UrlContext,
  type UrlModel,
} from '@jianzhen/detector-qr';

/** How dangerous a link is held to be; higher is more. */
export type UrlScore = (link: Link) => number;

/** The product's own word, as `jianzhen url` gives it. */
export const judged =
  (context: UrlContext): UrlScore =>
  (link) =>
    judgeUrl(link.href, context).probability;

/** The fitted model alone, without official domains and tricks. */
export const modelled =
  (model: UrlModel): UrlScore =>
  (link) =>
    linkProbability(model, linkEvidence(link, model.text).features);

/** The same where the named groups of inputs are as in ordinary links. */
export function without(model: UrlModel, groups: readonly FeatureGroup[]): UrlScore {
  const names: readonly string[] = groups.flatMap((group) => [...FEATURE_GROUPS[group]]);
  return (link) => {
    const features = { ...linkEvidence(link, model.text).features };
    for (const name of names) features[name] = model.typical[name] ?? 0;
    return linkProbability(model, features);
  };
}

/** The n-grams alone. */
export const spelt =
  (model: UrlModel): UrlScore =>
  (link) =>
    linkEvidence(link, model.text).features['text.all']!;

/** Longer is worse: what a rule of thumb gets. */
export const byLength: UrlScore = ({ href }) => href.length;
