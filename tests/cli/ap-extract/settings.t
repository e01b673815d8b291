# A settings file that is wrong stops the command, with file and line.
$ mkdir -p .config/ap; printf '[limits]\npagse = 3\n' > .config/ap/ap.toml; ap-extract /dev/null
! ap-extract: error: .*/\.config/ap/ap\.toml:2: unknown key 'limits\.pagse'; did you mean 'limits\.pages'\? (re)
? 78

$ printf 'store = none\n' > bad.toml; ap-extract --config bad.toml /dev/null
! ap-extract: error: bad.toml:1: Error while parsing floating-point: expected 'nan', saw 'no'; correct the line; ap.toml(5) says what a settings file looks like
? 78

$ ap-extract --config missing.toml /dev/null
! ap-extract: error: settings file missing.toml does not exist; check --config
? 78

$ printf '[reader]\npasswords = "sesame"\n' > secret.toml; AP_CONFIG=secret.toml ap-extract /dev/null
! ap-extract: error: secret.toml:2: 'reader.passwords' is a secret; put it into a file and write reader.passwords_file = "PATH"
? 78

# Variables count more than files.
$ rm .config/ap/ap.toml; AP_JOBS=no ap-extract /dev/null
! ap-extract: error: AP_JOBS: 'no' is not a whole number
? 78

$ printf 'jobs = 2\n' > ok.toml; AP_LIMITS_LINE_BYTES=5 ap-extract --config ok.toml --store none /dev/null
! ap-extract: error: AP_LIMITS_LINE_BYTES: '5' is less than 1024
? 78
