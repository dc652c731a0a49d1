"Vietnamese image captioning by CLIP prefix tuning"
__version__ = "0.1.0"

# tables of names: their chapters are imported when a name is first used, so that
# `import viclipcap` and `viclipcap --help` stay fast, and no chapter lists others

# what a user types -> chapter
_lazy = dict(
    ViClipCap='prefix.viclipcap', load_captioner='prefix.checkpoint', Decode='base.decode',
    load_encoder='prefix.clip', load_decoder='prefix.decoder', load_data='world.data',
    make_village='world.village', extract='prefix.features', Features='prefix.features',
    fit='prefix.train', score='measure.score', evaluate='runs.evaluate',
    parse='measure.scenegraph', truth='measure.truth', errors='inside.errors',
    explain='inside.explain', report='inside.overview', read_clipcap='prefix.clipcap',
    spoken='prefix.spoken', register_captioner='base.keys', register_encoder='base.keys', register_decoder='base.keys',
    register_mapper='base.keys', UserError='base.basics', check='base.exercise',
    serve='use.app', write_space='use.hosting')

# what is found by name -> chapter:object; other packages announce theirs as entry points
# `viclipcap.captioners`, `viclipcap.encoders`, …; a file of one's own registers what it makes
CAPTIONERS = {
    'viclipcap': 'prefix.viclipcap:ViClipCap', 'aligned': 'captioners.align:Aligned',
    'show-tell': 'captioners.showtell:ShowTell', 'show-attend-tell': 'captioners.attend:ShowAttendTell',
    'chooser': 'captioners.own:Chooser', 'nearest': 'captioners.nearest:Nearest'}
ENCODERS = dict(
    village='prefix.clip:load_village', clip='prefix.clip:load_clip',
    hf='prefix.towers:load_hf', timm='prefix.towers:load_timm', cnn='prefix.towers:load_cnn',
    pixels='prefix.encoder:load_pixels')
DECODERS = dict(
    village='prefix.decoder:load_village', local='prefix.decoder:load_local',
    hf='prefix.decoder:load_hf')
MAPPERS = dict(mlp='prefix.mapper:MLPMapper', transformer='prefix.mapper:TransformerMapper')

# what is put around a captioner -> chapter:class
WRAPPERS = dict(vote='captioners.vote:Voted')

# groups of settings that a section may hold beside its captioner's -> chapter:class
KEYS = dict(
    train='prefix.train:TrainKeys', documents='prefix.documents:DecoderKeys',
    textpairs='captioners.textpairs:TextPairKeys',
    selfcritical='captioners.selfcritical:SelfCriticalKeys',
    decode='base.decode:DecodeKeys', vote='base.ballot:VoteKeys')

# metrics that come with a chapter of their own, registered when it is imported
METRICS = dict(SPICE='viclipcap.measure.spice', ViSPICE='viclipcap.measure.vispice',
    BERTScore='viclipcap.measure.bertscore')
__all__ = list(_lazy)

def __getattr__(name):
    if name not in _lazy: raise AttributeError(f"module 'viclipcap' has no attribute {name!r}")
    from importlib import import_module
    return getattr(import_module(f'viclipcap.{_lazy[name]}'), name)
