/** The kinds that come with the package, one JSON file each; `parseKind` takes further ones without code. */
import appScreenshot from './configurations/app-screenshot.json' with { type: 'json' };
import bankStatement from './configurations/bank-statement.json' with { type: 'json' };
import chatScreenshot from './configurations/chat-screenshot.json' with { type: 'json' };
import common from './configurations/common.json' with { type: 'json' };
import contract from './configurations/contract.json' with { type: 'json' };
import courtPaper from './configurations/court-paper.json' with { type: 'json' };
import creditReport from './configurations/credit-report.json' with { type: 'json' };
import creditStatement from './configurations/credit-statement.json' with { type: 'json' };
import deathCertificate from './configurations/death-certificate.json' with { type: 'json' };
import deferralApplication from './configurations/deferral-application.json' with { type: 'json' };
import diagnosisCertificate from './configurations/diagnosis-certificate.json' with { type: 'json' };
import disabilityCertificate from './configurations/disability-certificate.json' with { type: 'json' };
import dischargeSummary from './configurations/discharge-summary.json' with { type: 'json' };
import hardshipCertificate from './configurations/hardship-certificate.json' with { type: 'json' };
import householdRegister from './configurations/household-register.json' with { type: 'json' };
import idCard from './configurations/id-card.json' with { type: 'json' };
import incomeCertificate from './configurations/income-certificate.json' with { type: 'json' };
import invoice from './configurations/invoice.json' with { type: 'json' };
import policePaper from './configurations/police-paper.json' with { type: 'json' };
import receipt from './configurations/receipt.json' with { type: 'json' };
import unemploymentCertificate from './configurations/unemployment-certificate.json' with { type: 'json' };
import { parseCommon, parseKind } from './load.ts';
import type { CommonSpec, KindSpec } from './schema.ts';

export const commonSpec: CommonSpec = parseCommon(common);

const names = commonSpec.fields.map(({ name }) => name);

export const builtInKinds: readonly KindSpec[] = [
  idCard,
  deferralApplication,
  householdRegister,
  hardshipCertificate,
  diagnosisCertificate,
  dischargeSummary,
  disabilityCertificate,
  deathCertificate,
  unemploymentCertificate,
  incomeCertificate,
  bankStatement,
  creditStatement,
  creditReport,
  invoice,
  contract,
  courtPaper,
  policePaper,
  chatScreenshot,
  appScreenshot,
  receipt,
].map((kind) => parseKind(kind, names));
