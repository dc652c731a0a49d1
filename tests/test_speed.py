"What is fast says what the slow way says"
import json
from unittest.mock import patch as swap
import pytest
import torch
from typer.testing import CliRunner
from viclipcap.base.basics import UserError
from viclipcap.prefix.decoder import TOY_TEXTS
from viclipcap.prefix.documents import has_bf16, in_precision
from viclipcap.prefix.viclipcap import ViClipCap, toy_captioner
from viclipcap.runs.evaluate import speaker
from viclipcap.runs.ratio import recorded
from viclipcap.use.cli import app


def test_the_head_asked_at_real_positions_only_gives_the_same_loss_and_gradients():
    texts = [TOY_TEXTS[0], TOY_TEXTS[1]+' và một con bò', 'hai']
    for kw in ({}, dict(mode='tuned'), dict(train_end=True)):
        m, b = toy_captioner(**kw), dict(vector=torch.rand(3, 48), captions=texts)
        ps, got, asked = [p for p in m.parameters() if p.requires_grad], [], []
        hook = m.decoder.lm.lm_head.register_forward_hook(lambda m, a, out: asked.append(out[..., 0].numel()))
        for many in (0, 10**6):
            with swap.dict(ViClipCap.losses.__globals__, MANY=many): loss = m.losses(b)['nll']
            got.append([loss.detach(), *torch.autograd.grad(loss, ps)])
        hook.remove()
        for x,y in zip(*got): assert (x-y).abs().max() < 1e-5 and y.abs().max() > 0
        assert asked == [m.targets(b), 3*(max(map(len, m.decoder.encode(texts)))+1)]


def bench(*words): return CliRunner().invoke(app, ['bench', *map(str, words)])


def test_bench_of_metrics_is_still_understood_in_its_old_form(tmp_path):
    res = recorded(dict(plain=[dict(cpu=6., wall=6.)], ours=[dict(cpu=2., wall=3.)]), 0)
    with (swap('viclipcap.runs.bench.bench', lambda refs: f'metrics of {refs}'),
            swap('viclipcap.runs.benchmetrics.bench_metrics', lambda refs, **how: res)):
        for words in ((), ('metrics',)): assert bench(*words).stdout.startswith('metrics of None\n')
        assert bench('--refs', tmp_path/'r.json').stdout.startswith(f'metrics of {tmp_path}/r.json\n')
    wrong = bench('speed')
    assert wrong.exit_code == 1 and "no bench named 'speed': try" in wrong.output


def test_bench_writes_the_ratio_with_median_least_and_greatest(tmp_path):
    file, asked = tmp_path/'speed.json', []
    def measure(size, **how):
        asked.append((size, how['repeats'], how['seed']))
        return recorded(dict(plain=[dict(cpu=6., wall=6.)], ours=[dict(cpu=2., wall=3.)]), how['seed'])
    for what in ('decode', 'train'):
        with swap(f'viclipcap.runs.bench{what}.bench_{what}', measure):
            assert bench(what, '--size', 'gpt2', '--repeats', 1, '--seed', 3, '--json', file).exit_code == 0
        assert json.loads(file.read_text('utf-8'))['ratio'] == dict(median=3., min=3., max=3.)
    assert asked == [('gpt2', 1, 3)]*2


def test_a_captioner_speaks_in_bfloat16_where_it_is_asked_to():
    x = torch.rand(4, 48, generator=torch.Generator().manual_seed(0))
    for kw in ({}, dict(train_end=True)):
        m = toy_captioner(**kw)
        model, how = speaker('', '', m, None, dict(dtype='bfloat16', beams=3, vote=4))
        assert m.decoder.lm.dtype == torch.bfloat16 and m.mapper is model.plain.mapper and how.beams == 3
        assert {p.dtype for p in m.mapper.parameters()} == {torch.float32}
        assert len(model.caption(x, how)) == len(m.caption(x)) == 4
        in_precision(m, 'auto')
        assert m.decoder.lm.dtype == (torch.bfloat16 if has_bf16('cpu') else torch.float32)
    with pytest.raises(UserError, match="no dtype named 'half'"): in_precision(m, 'half')
