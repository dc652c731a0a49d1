"Vietnamese image captioning by CLIP prefix tuning"
__version__ = "0.1.0"

# name -> chapter; imported when first used, so that `import viclipcap` and `viclipcap --help` stay fast
_lazy = dict(ViClipCap='prefix.viclipcap', load_encoder='prefix.clip', load_decoder='prefix.decoder',
    load_data='world.data', make_village='world.village', extract='prefix.features', Features='prefix.features',
    fit='prefix.train', score='measure.score', UserError='base.basics')
# metrics that come with a chapter of their own, registered when it is imported
METRICS = dict(SPICE='viclipcap.measure.spice', ViSPICE='viclipcap.measure.vispice')
__all__ = list(_lazy)

def __getattr__(name):
    if name not in _lazy: raise AttributeError(f"module 'viclipcap' has no attribute {name!r}")
    from importlib import import_module
    return getattr(import_module(f'viclipcap.{_lazy[name]}'), name)
