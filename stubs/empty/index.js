module.exports = () => {
  throw new Error('this optional part of wechaty is left out of Linli on purpose: see docs/dependencies.md')
}
