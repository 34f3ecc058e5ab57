/**
 * Expected verdicts on the public files of esig/dss and pyHanko, a signature or timestamp each in the order in which they
 * close. Sources, where not told otherwise: OpenSSL's word on the CMS, with what it calls BAD of RFC 3161 tokens judged by
 * the projects' own tests, which call them valid; changes by the tests of the project that a file comes from. Trust is
 * not given, so that nothing passes.
 */
export interface Expected {
  readonly format: 'pdf-cms' | 'pdf-timestamp';
  readonly intact: boolean;
  readonly indication: 'INDETERMINATE' | 'TOTAL-FAILED';
  readonly subIndication: string;
  readonly wholeDocument: boolean;
  readonly changesAfterSigning: 'none' | 'permitted' | 'forbidden';
}

const sound = {
  intact: true,
  indication: 'INDETERMINATE',
  subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  wholeDocument: true,
} as const;
const signature: Expected = { format: 'pdf-cms', ...sound, changesAfterSigning: 'none' };
const timestamp: Expected = { ...signature, format: 'pdf-timestamp' };
const updated = (expected: Expected): Expected => ({ ...expected, changesAfterSigning: 'permitted' });
const failed = (subIndication: string, more: Partial<Expected> = {}): Expected => ({
  ...signature,
  indication: 'TOTAL-FAILED',
  subIndication,
  ...more,
});
const altered = failed('FORMAT_FAILURE', { changesAfterSigning: 'forbidden' });
const outsideFile = failed('FORMAT_FAILURE', { intact: false, wholeDocument: false });

/** One sound signature over the whole file: `SIG_OK whole` of OpenSSL, and no source says otherwise. */
const plain = [
  'dss-DSS-1683',
  'dss-DSS-2025',
  'dss-DSS1376-rev_n-5',
  'dss-Signature-P-B-7da49953-d837-4f0b-8f38-aa5aa4181e3c',
  // Named after a fault of an old version of DSS, which now finds it valid, as OpenSSL does.
  'dss-Signature-P-DE_CRY-2 (HASH_FAILURE)',
  'dss-Signature-P-HU_MIC-1',
  'dss-Test',
  'dss-TestToSignPDFSHA256_TST_SIG_NOT_FOUND',
  'dss-certified-changes-permitted',
  'dss-check_custom_rotate180_10_20',
  'dss-check_custom_rotate270_270_10_20',
  'dss-check_custom_rotate90_10_20',
  'dss-check_custom_rotate_automatic_270_10_20',
  'dss-check_custom_rotate_automatic_90_10_20',
  'dss-check_custom_rotate_none_270_10_20',
  'dss-check_custom_rotate_none_90_10_20',
  'dss-doc-firmado-T',
  'dss-negative_coordinates_180_AUTOMATIC',
  'dss-negative_coordinates_180_ROTATE_270',
  'dss-negative_coordinates_270_NONE',
  'dss-negative_coordinates_270_ROTATE_270',
  'dss-negative_coordinates_90_NONE',
  'dss-negative_coordinates_90_ROTATE_180',
  'dss-negative_coordinates_90_ROTATE_270',
  'dss-negative_coordinates_90_ROTATE_90',
  'dss-negative_coordinates_AUTOMATIC',
  'dss-negative_coordinates_ROTATE_180',
  'dss-negative_coordinates_ROTATE_270',
  'dss-negative_coordinates_ROTATE_90',
  'dss-pades-epes',
  // Two signers in one CMS: DSS counts one signature, valid, though not to ETSI's profile.
  'dss-pdf-double-signer-info',
  'dss-pdfa2u-gray',
  'dss-pkcs7',
  'dss-positive_coordinates_180_AUTOMATIC',
  'dss-positive_coordinates_180_NONE',
  'dss-positive_coordinates_180_ROTATE_90',
  'dss-positive_coordinates_270_AUTOMATIC',
  'dss-positive_coordinates_270_NONE',
  'dss-positive_coordinates_270_ROTATE_270',
  'dss-positive_coordinates_270_ROTATE_90',
  'dss-positive_coordinates_360_AUTOMATIC',
  'dss-positive_coordinates_360_ROTATE_180',
  'dss-positive_coordinates_90_AUTOMATIC',
  'dss-positive_coordinates_90_ROTATE_270',
  'dss-positive_coordinates_90_ROTATE_90',
  'dss-positive_coordinates_AUTOMATIC',
  'dss-positive_coordinates_ROTATE_270',
  'dss-rotate90_bottom-right-signed',
  'dss-rotate90_middle-right-signed',
  'dss-rotate90_top-left-signed',
  'dss-signature-referenced-from-multiple-fields',
  // OpenSSL does not read plain ECDSA (BSI TR-03111); DSS finds it valid.
  'dss-TeleSec_PKS_eIDAS_QES_CA_1-baseline-b',
  // OpenSSL does not do Ed448 in CMS; pyHanko finds the first valid and refuses the second for its hash (RFC 8419, 3.1),
  // which is said in the reasons; the signature itself holds.
  'pyhanko-ed448-shake256-nolen',
  'pyhanko-ed448-disallowed-hash',
  'pyhanko-pades-with-old-style-signing-cert-attr',
  'pyhanko-pades-with-old-style-signing-cert-attr-issser',
  'pyhanko-sig-no-signed-attrs',
  'pyhanko-signed-encrypted-pubkey-with-catalog-ref',
];

/** A later signature, timestamp, security store, metadata or filled field follows; the projects' tests find nothing wrong. */
const twice = [updated(signature), signature];
const stamped = [updated(signature), timestamp];
const twiceThenStored = [updated(signature), updated(timestamp)];

const others: Readonly<Record<string, readonly Expected[]>> = {
  'dss-AD-RB': twice,
  'dss-DSS-2199': twiceThenStored,
  'dss-DSS-2821': [updated(timestamp), updated(signature)],
  'dss-DSS1376-rev_n': twice,
  'dss-DSS1376-rev_n-3': [updated(signature)],
  'dss-DSS1376-rev_n-4': [updated(signature)],
  'dss-PAdES-LT': [updated(signature), updated(signature), updated(timestamp), updated(signature)],
  'dss-Signature-P-BG_BOR-2': stamped,
  'dss-Signature-P-FR_CS-5': [updated(signature), updated(timestamp), timestamp],
  'dss-Signature-P-HU_MIC-3': stamped,
  'dss-Signature-P-HU_POL-3': stamped,
  'dss-Signature-P-LT-ef971596-8f2e-407d-a413-aae9cb9b8e4a': twiceThenStored,
  'dss-TEST2_signed_with_zero_policy_hash': [updated(signature)],
  'dss-Test.signed_Certipost-2048-SHA512.extended': [updated(signature), updated(timestamp), timestamp],
  'dss-Test.signed_Certipost-2048-SHA512.extended-LTA': [updated(signature), updated(timestamp), timestamp],
  'dss-doc-firmado': stamped,
  'dss-doc-firmado-LT': [updated(signature)],
  'dss-hello_signed_INCSAVE_signed': twice,
  'dss-pades-5-signatures-and-1-document-timestamp': [
    ...Array.from({ length: 5 }, () => updated(signature)),
    timestamp,
  ],
  'dss-pades-lt-extended-abde': [updated(signature), updated(timestamp), signature],
  'dss-pades-lt-extended-dss': [updated(signature), updated(timestamp), signature],
  // pyHanko would call it tampering to take data out of a security store; DSS counts it as an extension, and nothing that
  // the document shows depends on it.
  'dss-pades-revoc-removed-from-dss-dict': [
    updated(signature),
    updated(timestamp),
    updated(timestamp),
    timestamp,
  ],
  'dss-pades-signed-annot-added': [updated(signature)],
  'dss-pades-t-duplicated-doctst': [
    updated(signature),
    updated(timestamp),
    // The copy of the first token, over bytes that it was not made for.
    failed('HASH_FAILURE', { format: 'pdf-timestamp', intact: false }),
  ],
  'dss-pades-t-level-extended': stamped,
  'dss-pades-tst-with-null-type': stamped,
  'dss-pades3_Baseline_B': [updated(signature), updated(timestamp), updated(timestamp), signature],
  'dss-pades_with_orphan_ocsp_cert_refs': stamped,
  'dss-pdf-structtreeroot-changes': twice,
  'dss-pdf-with-vri-timestamp': [updated(signature)],
  'dss-timestamped_and_signed': [updated(timestamp), signature],
  'pyhanko-extensions-direct': twice,
  'pyhanko-extensions-update-direct': twice,
  'pyhanko-form-update-no-override-appearance-stream-ap-indirect': twice,
  'pyhanko-form-update-original-ap-type-wrong': twice,
  'pyhanko-form-update-override-appearance-stream': twice,
  'pyhanko-minimal-signed-twice-both-created': twice,
  'pyhanko-minimal-signed-twice-no-sig-type': twice,
  'pyhanko-minimal-signed-twice-second-created': twice,
  'pyhanko-minimal-two-fields-signed-twice': twice,
  'pyhanko-pades-lta-dss-indirect-arrs-test-2': [updated(signature), updated(timestamp), updated(signature)],
  'pyhanko-separate-annots-kids-indir': twice,

  // Changed after signing.
  'dss-hide': [altered],
  'dss-pdf-signed-added-page': [altered],
  'dss-pades-spoofing-replaced-reason': [altered],
  // Two dictionaries over the same bytes with the same CMS: one signature, as DSS counts it.
  'dss-pdf-spoofing-attack': [altered],
  'pyhanko-form-update-ap-indirect-sneaky-trailer': [altered, signature],
  'pyhanko-form-update-no-override-appearance-stream-ap-indirect-sneaky': [altered, signature],

  // Broken, or nothing that could be verified.
  'dss-malformed-pades': [failed('HASH_FAILURE', { intact: false })],
  'dss-pdf-signed-corrupted': [outsideFile],
  'dss-pdf-signed-out-of-byteRange': [outsideFile],
  'dss-pades_infinite_loop': [outsideFile],
  'dss-pades_opposite_infinite_loop': [outsideFile],
  // A token made for another document.
  'dss-pades-lta-copied-doctst': [
    updated(signature),
    failed('HASH_FAILURE', { format: 'pdf-timestamp', intact: false }),
  ],
  // Contents are zeros. DSS counts no signature there; a field that claims one is told of here.
  'dss-pdf-with-empty-sig': [failed('FORMAT_FAILURE', { intact: false })],
  'pyhanko-base': [failed('FORMAT_FAILURE', { intact: false, changesAfterSigning: 'permitted' })],
  // The identifier of a curve where that of a signature belongs: DSS can say nothing of it either.
  'dss-pades-unsupported-signature-algorithm': [{ ...signature, intact: false }],
  // Content within a CMS that must be detached: OpenSSL passes it over, pyHanko and DSS refuse it.
  'pyhanko-pdf-sig-with-econtent': [failed('FORMAT_FAILURE')],
  'dss-pades-enveloping-empty-bytes-cms': [failed('FORMAT_FAILURE', { changesAfterSigning: 'permitted' })],
  // RSA with SHA3-256 is named, RSA with SHA-256 was done: OpenSSL goes by what was done, DSS refuses the file since
  // version 5. The content is what was signed; the form is wrong.
  'dss-PAdES-BpB-att-SHA256-SHA3_256withRSA': [failed('FORMAT_FAILURE')],
};

export const expected: ReadonlyMap<string, readonly Expected[]> = new Map([
  ...plain.map((name) => [name, [signature]] as const),
  ...Object.entries(others),
]);
