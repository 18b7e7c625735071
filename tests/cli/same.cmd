sh tests/same.sh
