const LENDERS = ['lender-yunling', 'lender-linjiang', 'lender-anlan'] as const;

/** A customer of the demo by number, from 0, and the lender that the customer owes. */
export const whose = (customer: number): { readonly customer: string; readonly lender: string } => ({
  customer: `C2026${String(customer + 1).padStart(4, '0')}`,
  lender: LENDERS[customer % LENDERS.length]!,
});
