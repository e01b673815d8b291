# What `cmake --install` puts beside the programs.
