/**
 * What is measured of a word and the paper in its box; luma in grey levels, "edge" relative to the word's own contrast.
 * Values marked log are natural logarithms, so that differences are ratios.
 */
export const WORD_FEATURES = [
  /** log mean |residual| of paper at least 4 pixels off ink. */
  'paperNoise',
  /** Share of that paper whose residual is below a third of a level. */
  'paperFlat',
  /** Share of paper pixels that equal their right neighbour. */
  'paperEqual',
  /** log mean |residual| of paper 2–3 pixels off ink: ringing and halos. */
  'ringing',
  /** Correlation of neighbouring residuals on paper, across and down: resampling and filters raise it. */
  'correlationAcross',
  'correlationDown',
  /** log mean step of R − Y between neighbouring paper pixels. */
  'chromaNoise',
  /** Share of ink pixels within 1.5 levels of the ink pixel to their right: drawn strokes are flat. */
  'inkFlat',
  /** log deviation of luma along the strokes' darkest pixels. */
  'coreSpread',
  /** log of Σ|∇|² / (Σ|∇| · contrast): steepness of edges. */
  'sharpness',
  /** Σ|∇|² over that of the page blurred by [1 2 1]: S. Zhuo, T. Sim, "Defocus map estimation from a single image" (2011). */
  'reblur',
  /** log of Σ residual² / Σ|∇|² at edges. */
  'curvature',
  /** log pixels between 25% and 75% of the contrast, per length of edge. */
  'midtones',
  /** log 95th and 70th percentile of |∇| / contrast. */
  'steepest',
  'steep',
  /** 5th percentile of paper 2–3 pixels off ink, less paper: blur and specks. */
  'dip',
  /** 90th percentile of pixels 2 off ink, less paper: a scanner's sharpening. */
  'halo',
  /** 10th percentile of ink, mean of the strokes' darkest pixels, median of paper, paper less ink. */
  'ink',
  'core',
  'paper',
  'contrast',
  /** Mean B − Y and R − Y of ink and of paper. */
  'inkBlue',
  'inkRed',
  'paperBlue',
  'paperRed',
] as const;

export type WordFeature = (typeof WORD_FEATURES)[number];

/** What differences of a feature below which nothing is made of, in its own unit: keeps flawless renders quiet. */
export const FLOORS: Readonly<Record<WordFeature, number>> = {
  paperNoise: 0.03,
  paperFlat: 0.02,
  paperEqual: 0.01,
  ringing: 0.03,
  correlationAcross: 0.01,
  correlationDown: 0.01,
  chromaNoise: 0.02,
  inkFlat: 0.01,
  coreSpread: 0.01,
  sharpness: 0.01,
  reblur: 0.01,
  curvature: 0.01,
  midtones: 0.01,
  steepest: 0.01,
  steep: 0.01,
  dip: 0.5,
  halo: 0.5,
  ink: 1,
  core: 1,
  paper: 0.5,
  contrast: 1,
  inkBlue: 0.3,
  inkRed: 0.3,
  paperBlue: 0.2,
  paperRed: 0.2,
};
