"Vietnamese image captioning by CLIP prefix tuning"
__version__ = "0.1.0"

# name -> chapter; imported when first used, so that `import viclipcap` and `viclipcap --help` stay fast
_lazy = dict(ViClipCap='generate', load_encoder='encoder', load_decoder='decoder', load_data='data',
    make_village='village', extract='features', Features='features', fit='train', score='metrics', UserError='settings')
__all__ = list(_lazy)

def __getattr__(name):
    if name not in _lazy: raise AttributeError(f"module 'viclipcap' has no attribute {name!r}")
    from importlib import import_module
    return getattr(import_module(f'viclipcap.{_lazy[name]}'), name)
