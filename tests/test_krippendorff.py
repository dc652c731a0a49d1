"Our alpha beside that of the package krippendorff: pip install 'viclipcap[oracles]'; else skipped"
import numpy as np
import pytest
from viclipcap.inside.agreement import alpha

@pytest.mark.parametrize('level', ['nominal', 'ordinal', 'interval'])
def test_alpha_is_that_of_the_package(level):
    krippendorff = pytest.importorskip('krippendorff')
    rng = np.random.default_rng(0)
    for raters in (2, 3, 5):
        x = np.clip(rng.integers(1, 6, 50) + rng.integers(-1, 2, (raters, 50)), 1, 5).astype(float)
        x[rng.random(x.shape) < .2] = np.nan
        theirs = krippendorff.alpha(reliability_data=x, level_of_measurement=level)
        assert alpha(x, level, n=2)[0] == pytest.approx(theirs, abs=1e-9)
