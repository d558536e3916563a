import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { diagnosisJson, diagnosisText, type Layout } from '../../../src/cli/diagnosis-text';
import { doctorArguments } from '../../../src/cli/doctor';
import { main } from '../../../src/cli/main';
import type { Diagnosis } from '../../../src/doctor/examine';

const fine: Diagnosis = { check: 'rights', level: 'ok', finding: 'as root', why: '', mend: '' };
const bad: Diagnosis = {
  check: 'offloads',
  level: 'wrong',
  finding: 'eth0: GRO in force',
  why: 'packets are merged',
  mend: 'sudo ethtool -K eth0 gro off',
};
const layout = (width?: number): Layout => ({ width, paint: (_, text) => text });

describe('the text of --doctor', () => {
  test('has one line for each finding, in columns, however long', () => {
    expect(diagnosisText([fine, bad], layout())).toBe(
      'ok     rights    as root\n' +
        'wrong  offloads  eth0: GRO in force; packets are merged; mend: sudo ethtool -K eth0 gro off\n',
    );
  });

  test('is broken between words on a terminal, and the command never', () => {
    expect(diagnosisText([fine, bad], layout(50)).split('\n')).toEqual([
      'ok     rights    as root',
      'wrong  offloads  eth0: GRO in force; packets are',
      '                 merged',
      '                 mend: sudo ethtool -K eth0 gro off',
      '',
    ]);
    expect(diagnosisText([bad], layout(200)).split('\n')).toHaveLength(2);
    expect(diagnosisText([bad], layout(20)).split('\n')).toHaveLength(2);
  });

  test('colours the level alone', () => {
    const paint = (level: string, text: string) => `<${level}>${text}</>`;
    expect(diagnosisText([fine], { width: undefined, paint })).toBe('<ok>ok   </>  rights  as root\n');
  });

  test('shows no control character of a name raw', () => {
    const text = diagnosisText([{ ...bad, finding: 'eth\u001b[2J\u009b', mend: 'a\u0007b' }], layout());
    expect(text).toContain('eth\\x1b[2J\\x9b; packets are merged; mend: a\\x07b');
  });
});

describe('the JSON of --doctor', () => {
  test('is one object with every finding and the number of those that are wrong', () => {
    const text = diagnosisJson(['af_packet::eth0'], [fine, bad]);
    expect(text.split('\n')).toHaveLength(2);
    expect(JSON.parse(text)).toEqual({ sources: ['af_packet::eth0'], wrong: 1, notes: 0, findings: [fine, bad] });
  });

  test('has control characters only in escaped form', () => {
    const text = diagnosisJson(['a'], [{ ...bad, finding: '\u001b\u007f\u009b' }]);
    expect(text).toContain('\\u001b\\u007f\\u009b');
    expect(JSON.parse(text).findings[0].finding).toBe('\u001b\u007f\u009b');
  });
});

describe('the source of --doctor', () => {
  const sourcesOf = (...argv: string[]) => {
    const { flags, words } = doctorArguments(parseArguments(argv));
    return { sources: flags.get('interface'), words };
  };

  test('is the first word, unless -i names one', () => {
    expect(sourcesOf('--doctor', 'eth0')).toEqual({ sources: ['eth0'], words: [] });
    expect(sourcesOf('--doctor', 'AF_Packet::fanout_id=3', 'eth0', 'tcp')).toEqual({
      sources: ['eth0'],
      words: ['AF_Packet::fanout_id=3', 'tcp'],
    });
    expect(sourcesOf('--doctor', '-i', 'eth1', 'tcp')).toEqual({ sources: ['eth1'], words: ['tcp'] });
    expect(sourcesOf('--doctor')).toEqual({ sources: undefined, words: [] });
  });

  test('is no savefile', async () => {
    const said: string[] = [];
    const console = { out: () => {}, err: (text: string) => said.push(text) };
    expect(await main(['--doctor', '-r', 'a.pcap', '--color=never'], console)).toBe(2);
    expect(said).toEqual(['fandump: --doctor examines live sources, not a file; drop -r\n']);
  });
});
