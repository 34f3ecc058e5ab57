import { Form, Input } from 'antd';
import type { NewCase } from '../api/client.ts';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

const FIELDS = [
  ['reference', words.reference, 128],
  ['title', words.title, 200],
  ['customerId', words.customer, 128],
  ['lenderId', words.lender, 128],
] as const;

interface Props {
  readonly fields: NewCase;
  readonly onChange: (fields: NewCase) => void;
}

/** What the lender knows of a new case; all of it may be left out. */
export function CaseFields({ fields, onChange }: Props) {
  const { say } = useLanguage();
  const set = (name: keyof NewCase, value: string) => {
    const { [name]: _, ...others } = fields;
    onChange(value.trim() ? { ...others, [name]: value } : others);
  };
  return (
    <div className="case-fields">
      {FIELDS.map(([name, label, maxLength]) => (
        <Form.Item
          key={name}
          htmlFor={name}
          label={
            <>
              {say(label)}&ensp;<span className="muted">{say(words.optional)}</span>
            </>
          }
        >
          <Input
            id={name}
            maxLength={maxLength}
            value={fields[name] ?? ''}
            onChange={(event) => set(name, event.target.value)}
          />
        </Form.Item>
      ))}
      <Form.Item
        htmlFor="complaint"
        className="whole-row"
        label={
          <>
            {say(words.complaint)}&ensp;<span className="muted">{say(words.optional)}</span>
          </>
        }
      >
        <Input.TextArea
          id="complaint"
          maxLength={20_000}
          rows={3}
          value={fields.complaint ?? ''}
          onChange={(event) => set('complaint', event.target.value)}
        />
      </Form.Item>
    </div>
  );
}
