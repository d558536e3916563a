/** As much of JSON Schema (draft 2020-12) as the schema of packets uses. */
export interface Schema {
  $ref?: string;
  $schema?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'boolean';
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean;
  anyOf?: Schema[];
}

const patterns = new Map<string, RegExp>();

/** The first thing in `value` that the schema does not allow, with its path; undefined: nothing. */
export function firstViolation(schema: Schema, value: unknown): string | undefined {
  return new Validator(schema.$defs ?? {}).check(schema, value, '');
}

class Validator {
  constructor(private readonly definitions: Readonly<Record<string, Schema>>) {}

  check(schema: Schema, value: unknown, path: string): string | undefined {
    if (schema.$ref !== undefined) return this.check(this.resolve(schema.$ref), value, path);
    return (
      checkValue(schema, value, path) ??
      (schema.type === 'object' ? this.object(schema, value as Record<string, unknown>, path) : undefined) ??
      (schema.type === 'array' ? this.array(schema, value as unknown[], path) : undefined) ??
      this.anyOf(schema, value, path)
    );
  }

  private resolve(reference: string): Schema {
    const found = this.definitions[reference.replace('#/$defs/', '')];
    if (found === undefined) throw new Error(`the schema has no ${reference}`);
    return found;
  }

  private object(schema: Schema, value: Record<string, unknown>, path: string): string | undefined {
    for (const name of schema.required ?? []) if (!(name in value)) return `${path}: ${name} is missing`;
    for (const [name, member] of Object.entries(value)) {
      const property = schema.properties?.[name];
      if (property === undefined) {
        if (schema.additionalProperties === false) return `${path}: ${name} is not in the schema`;
        continue;
      }
      const violation = this.check(property, member, `${path}.${name}`);
      if (violation !== undefined) return violation;
    }
    return undefined;
  }

  private array(schema: Schema, value: unknown[], path: string): string | undefined {
    for (const [index, item] of value.entries()) {
      const violation = schema.items && this.check(schema.items, item, `${path}[${index}]`);
      if (violation !== undefined) return violation;
    }
    return undefined;
  }

  /** Where the value tells its layer, only the alternatives of that layer are tried: there are many others. */
  private anyOf(schema: Schema, value: unknown, path: string): string | undefined {
    if (schema.anyOf === undefined) return undefined;
    let last = `${path} is no layer of the schema`;
    for (const alternative of schema.anyOf) {
      if (this.isOfAnotherLayer(alternative, value)) continue;
      const violation = this.check({ type: schema.type, ...alternative }, value, path);
      if (violation === undefined) return undefined;
      last = violation;
    }
    return last;
  }

  private isOfAnotherLayer({ $ref }: Schema, value: unknown): boolean {
    const named = $ref === undefined ? undefined : this.resolve($ref).properties?.layer?.const;
    return named !== undefined && named !== (value as { layer?: unknown } | null)?.layer;
  }
}

function checkValue(schema: Schema, value: unknown, path: string): string | undefined {
  if ('const' in schema && schema.const !== value) return `${path} is not ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return `${path} is none of ${schema.enum.join(', ')}`;
  if (schema.type !== undefined && typeOf(value) !== schema.type) return `${path} is no ${schema.type}`;
  if (schema.pattern !== undefined && !regularExpression(schema.pattern).test(value as string)) {
    return `${path}: ${JSON.stringify(value)} does not match ${schema.pattern}`;
  }
  return undefined;
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function regularExpression(pattern: string): RegExp {
  let expression = patterns.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(pattern);
    patterns.set(pattern, expression);
  }
  return expression;
}
