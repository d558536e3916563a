import { join } from 'node:path';
import {
  type InterfaceDeclaration,
  isArrayTypeNode,
  isInterfaceDeclaration,
  isLiteralTypeNode,
  isParenthesizedTypeNode,
  isPropertySignatureDeclaration,
  isStringLiteral,
  isTypeAliasDeclaration,
  isTypeReferenceNode,
  isUnionTypeNode,
  type Node,
  type NodeArray,
  SyntaxKind,
  type TypeAliasDeclaration,
  type TypeNode,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import type { Schema } from './schema-validator';
import { projectRoot } from './tool-path';

const folder = 'src/json/schema';
const files = [
  'layer',
  'packet',
  'layers',
  'link',
  'lan',
  'internet',
  'routing',
  'bgp',
  'access',
  'services',
  'transport',
  'encapsulation',
  'application',
];
const root = 'PacketJson';
/** A cut layer is no definition of its own: see {@link required}. */
const cutShort = 'CutShortEach';

type Declaration = InterfaceDeclaration | TypeAliasDeclaration;

/** The JSON Schema (draft 2020-12) of the types in src/json/schema. Starts TypeScript's compiler. */
export function packetSchema(): Schema {
  const api = new API({ cwd: projectRoot });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [join(projectRoot, 'tsconfig.json')] });
    const { program } = snapshot.getProjects()[0];
    const declarations = new Map<string, Declaration>();
    for (const file of files) {
      const source = program.getSourceFile(join(projectRoot, folder, `${file}.ts`));
      if (source === undefined) throw new Error(`${folder}/${file}.ts is not part of the project`);
      for (const statement of source.statements) {
        if (isInterfaceDeclaration(statement) || isTypeAliasDeclaration(statement)) {
          declarations.set(statement.name.text, statement);
        }
      }
    }
    return new Generator(declarations).schema();
  } finally {
    api.close();
  }
}

class Generator {
  private readonly definitions: Record<string, Schema> = {};

  constructor(private readonly declarations: ReadonlyMap<string, Declaration>) {}

  schema(): Schema {
    const reference = this.reference(root);
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'What fandump --json prints: one packet a line',
      ...reference,
      $defs: Object.fromEntries(Object.entries(this.definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  private reference(name: string): Schema {
    if (this.definitions[name] === undefined) {
      const declaration = this.declarations.get(name);
      if (declaration === undefined) throw new Error(`${name} is declared in none of the schema's files`);
      // Known from here on: types refer to each other in circles.
      this.definitions[name] = {};
      this.definitions[name] = isInterfaceDeclaration(declaration)
        ? this.object(declaration)
        : { ...description(declaration), ...this.type(declaration.type), ...pattern(declaration) };
    }
    return { $ref: `#/$defs/${name}` };
  }

  private object(declaration: InterfaceDeclaration): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    const parents = declaration.heritageClauses?.flatMap(({ types }) =>
      types.map(({ expression }) => text(expression)),
    );
    // Inherited members are written out: additionalProperties knows no inheritance.
    const members = [...declaration.members, ...(parents ?? []).flatMap((parent) => this.membersOf(parent))];
    for (const member of members) {
      if (!isPropertySignatureDeclaration(member) || member.type === undefined) {
        throw new Error(`${declaration.name.text} has a member that is no property`);
      }
      const name = text(member.name);
      properties[name] = { ...description(member), ...this.type(member.type) };
      if (member.postfixToken === undefined) required.push(name);
    }
    const isLayer = properties.layer !== undefined;
    return {
      ...description(declaration),
      type: 'object',
      properties,
      ...(isLayer ? requiredOfLayer(required) : { required }),
      additionalProperties: false,
    };
  }

  private membersOf(name: string): readonly Node[] {
    const declaration = this.declarations.get(name);
    if (declaration === undefined || !isInterfaceDeclaration(declaration)) throw new Error(`no interface ${name}`);
    return [...declaration.members];
  }

  private type(node: TypeNode): Schema {
    switch (node.kind) {
      case SyntaxKind.StringKeyword:
        return { type: 'string' };
      case SyntaxKind.NumberKeyword:
        return { type: 'number' };
      case SyntaxKind.BooleanKeyword:
        return { type: 'boolean' };
      default:
    }
    if (isParenthesizedTypeNode(node)) return this.type(node.type);
    if (isArrayTypeNode(node)) return { type: 'array', items: this.type(node.elementType) };
    if (isTypeReferenceNode(node)) return this.reference(text(node.typeName));
    if (isLiteralTypeNode(node)) return literal(node.literal);
    if (isUnionTypeNode(node)) return this.union(node.types);
    throw new Error(`a type of kind ${SyntaxKind[node.kind]} has no place in the schema`);
  }

  private union(types: NodeArray<TypeNode>): Schema {
    const parts = types.filter((part) => !(isTypeReferenceNode(part) && text(part.typeName) === cutShort));
    const schemas = parts.map((part) => this.type(part));
    if (schemas.length === 1) return schemas[0];
    if (schemas.every((schema) => typeof schema.const === 'string')) {
      return { type: 'string', enum: schemas.map((schema) => schema.const) };
    }
    return { anyOf: schemas };
  }
}

/** A layer that is cut short needs no other member. */
function requiredOfLayer(names: readonly string[]): Schema {
  return { required: ['layer'], anyOf: [{ required: ['truncated'] }, { required: names }] };
}

function literal(node: Node): Schema {
  if (isStringLiteral(node)) return { const: node.text };
  if (node.kind === SyntaxKind.TrueKeyword) return { const: true };
  throw new Error(`a literal of kind ${SyntaxKind[node.kind]} has no place in the schema`);
}

function text(node: Node): string {
  return (node as Node & { text: string }).text;
}

interface Comment {
  text: string;
}

interface DocumentedNode {
  jsDoc?: {
    comment?: string | readonly Comment[];
    tags?: readonly { tagName: Comment; comment?: string | readonly Comment[] }[];
  }[];
}

function commentText(comment: string | readonly Comment[] | undefined): string {
  return typeof comment === 'string' ? comment : (comment ?? []).map((part) => part.text).join('');
}

function description(node: Node): Schema {
  const comment = (node as DocumentedNode).jsDoc?.map((doc) => commentText(doc.comment)).join(' ');
  return comment === undefined || comment === '' ? {} : { description: comment.replace(/\s+/g, ' ') };
}

/** What `@pattern` says in a comment. */
function pattern(node: Node): Schema {
  const tags = (node as DocumentedNode).jsDoc?.flatMap((doc) => doc.tags ?? []) ?? [];
  const found = tags.find(({ tagName }) => tagName.text === 'pattern');
  return found === undefined ? {} : { pattern: commentText(found.comment).trim() };
}
