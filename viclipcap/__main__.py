"The program `viclipcap`, as `python -m viclipcap`"
from .use.cli import main

if __name__=='__main__': main()
