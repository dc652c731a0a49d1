"BERTScore by the library itself with a tiny model; skipped where it is not installed: pip install 'viclipcap[bert]'"
import pytest, torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast, RobertaConfig, RobertaModel
from viclipcap.measure.bertscore import scorer
from viclipcap.measure.score import score

@pytest.fixture
def tiny(tmp_path):
    "A folder with a random RoBERTa that knows eight words"
    words = '<s> <pad> </s> <unk> một con mèo chó đen hai ngủ chạy'.split()
    t = Tokenizer(models.WordLevel({w: i for i,w in enumerate(words)}, unk_token='<unk>'))
    t.pre_tokenizer = pre_tokenizers.Whitespace()
    t.post_processor = processors.TemplateProcessing(single='<s> $A </s>', special_tokens=[('<s>', 0), ('</s>', 2)])
    PreTrainedTokenizerFast(tokenizer_object=t, bos_token='<s>', eos_token='</s>', cls_token='<s>', sep_token='</s>',
        pad_token='<pad>', unk_token='<unk>').save_pretrained(tmp_path)
    torch.manual_seed(0)
    RobertaModel(RobertaConfig(vocab_size=len(words), hidden_size=16, num_hidden_layers=4, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=40, pad_token_id=1)).save_pretrained(tmp_path)
    return tmp_path

def test_equal_captions_score_one_others_less_and_the_model_is_in_the_record(tiny, monkeypatch):
    pytest.importorskip('bert_score')
    monkeypatch.setenv('VICLIPCAP_BERT', str(tiny))
    scorer.cache_clear()
    hyps = {1: 'một con mèo', 2: 'hai con chó chạy', 3: ''}
    refs = {1: ['con chó', 'một con mèo'], 2: ['một con mèo ngủ'], 3: ['mèo']}
    r = score(hyps, refs, metrics='BERTScore')
    per = {i: v['BERTScore'] for i,v in r['per_image'].items()}
    assert per[1] == pytest.approx(1, abs=1e-5) and 0 < per[2] < .999 and per[3] == 0
    assert f'{tiny}, layer 3' in r['protocol']['variants']['BERTScore']
