import type { Reading } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { percent } from '../shared/format.ts';
import { words } from '../words.ts';

/** Below this a reader should look at the picture before he trusts a value. */
const DOUBTFUL = 0.9;

/** What was read on the page: its kind, its fields, its tables and all its text. */
export function ReadingPanel({ reading }: { reading: Reading }) {
  const { say } = useLanguage();
  const { kind, fields, tables, lines } = reading;
  return (
    <section className="reading">
      <h2>{say(words.reading)}</h2>
      <p>
        <b>{say(kind.label)}</b>{' '}
        {kind.reasons.length > 0 ? (
          <span className="muted">{say(words.kindReasons, { words: kind.reasons.join('、') })}</span>
        ) : null}
      </p>
      {fields.length > 0 ? (
        <dl className="facts">
          {fields.map(({ label, text, confidence }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper may have one field twice, and fields keep their order.
            <div key={i}>
              <dt>{say(label)}</dt>
              <dd>
                <bdi>{text}</bdi>
                {confidence < DOUBTFUL ? (
                  <span className="doubtful">{say(words.doubtful, { share: percent(confidence) })}</span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {tables.map(({ name, rows }) => (
        <Rows key={name} rows={rows} />
      ))}
      <details className="others">
        <summary>{say(words.allText, { count: lines.length })}</summary>
        <p>
          {lines.map(({ text }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order, and two may be alike.
            <span key={i}>
              {text}
              <br />
            </span>
          ))}
        </p>
      </details>
    </section>
  );
}

function Rows({ rows }: { rows: Reading['tables'][number]['rows'] }) {
  const { say } = useLanguage();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <details className="others">
      <summary>{say(words.tableRows, { count: rows.length })}</summary>
      <table className="rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <code>{column}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order, and two may be alike.
            <tr key={i}>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
